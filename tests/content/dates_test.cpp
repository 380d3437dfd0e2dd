#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

namespace {

std::string published(std::string_view front_matter, std::string_view path = "post/a.md") {
    return to_text(read(front_matter, path).published);
}

}  // namespace

TEST_CASE("the date of the front matter decides") {
    const auto [front_matter, expected] = GENERATE(table<std::string, std::string>({
        {"date: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"DATE: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"publishDate: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"pubdate: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"pubDatetime: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"published: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"created_at: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
        {"date: 2024-01-02T00:00:00Z\nlastmod: 2024-02-02", "2024-01-02T00:00:00Z"},
        {"date: 2024-01-02T00:00:00Z\npublishDate: 2023-01-02", "2024-01-02T00:00:00Z"},
        {"date: 2024-01-02T00:00:00Z\ncreated: 2024-03-02", "2024-01-02T00:00:00Z"},
        {"date: 2024-01-02\npublishDate: 2099-01-02T00:00:00Z", "2099-01-02T00:00:00Z"},
        {"date: \"\"\npublishDate: 2024-01-02T00:00:00Z", "2024-01-02T00:00:00Z"},
    }));
    CAPTURE(front_matter);
    const ParsedArticle article = read(front_matter, "post/2020-01-01-a.md");
    CHECK(to_text(article.published) == expected);
    CHECK(article.published_from == DateOrigin::front_matter);
}

TEST_CASE("without a date, the last modification, the file name and the permalink are asked in turn") {
    struct Case {
        std::string front_matter;
        std::string path;
        std::string published;
        DateOrigin origin;
    };
    const auto expected = GENERATE(values<Case>({
        {"updated: 2024-01-02T00:00:00Z", "2020-01-01-a.md", "2024-01-02T00:00:00Z", DateOrigin::last_modified_key},
        {"title: a", "p/2020-01-02-a.md", "2020-01-01T16:00:00Z", DateOrigin::file_name},
        {"url: /2024/07/25/a", "p/2020-1-2.md", "2020-01-01T16:00:00Z", DateOrigin::file_name},
        {"title: a", "p/2020-01-02_a.zh-CN.md", "2020-01-01T16:00:00Z", DateOrigin::file_name},
        {"title: a", "p/2020-01-02-a/index.md", "2020-01-01T16:00:00Z", DateOrigin::file_name},
        {"path: 2024/07/25/a", "a.md", "2024-07-24T16:00:00Z", DateOrigin::permalink},
        {"permalink: /x/2024/7/25", "a.md", "2024-07-24T16:00:00Z", DateOrigin::permalink},
        {"permalink: /x2024/07/25/a", "a.md", "none", DateOrigin::none},
        {"permalink: /2024/13/25/2024/07", "a.md", "none", DateOrigin::none},
        {"title: a", "p/2020-02-30-a.md", "none", DateOrigin::none},
        {"title: a", "p/2020-02-03a.md", "none", DateOrigin::none},
        {"title: a", "p/12020-02-03-a.md", "none", DateOrigin::none},
        {"title: a", "index.md", "none", DateOrigin::none},
    }));
    CAPTURE(expected.front_matter, expected.path);
    const ParsedArticle article = read(expected.front_matter, expected.path);
    CHECK(to_text(article.published) == expected.published);
    CHECK(article.published_from == expected.origin);
}

TEST_CASE("the last modification and the expiry have several names") {
    const std::string modified = GENERATE(as<std::string>{}, "lastmod", "updated", "modified", "modDatetime",
                                          "last_modified_at", "lastModified", "updatedAt");
    CHECK(to_text(read(modified + ": 2024-02-02T00:00:00Z").updated) == "2024-02-02T00:00:00Z");
    const std::string expiry = GENERATE(as<std::string>{}, "expiryDate", "unpublishDate", "expires");
    CHECK(to_text(read(expiry + ": 2024-02-02T00:00:00Z").metadata.expires) == "2024-02-02T00:00:00Z");
}

TEST_CASE("what only stands for a date is none, without a word") {
    const std::string value =
        GENERATE(as<std::string>{}, "", "~", "null", "\"\"", "'  '", "true", "No", "\"{{ .Date }}\"", "'{% now %}'");
    CAPTURE(value);
    CHECK(published("date: " + value) == "none");
}

TEST_CASE("a date that cannot be read is a warning at its place, and the next source counts") {
    const Read read = read_with_problems("title: a\ndate: 2024-15-05 06:07:08\n", "2020-01-02-a.md");
    CHECK(to_text(read.article.published) == "2020-01-01T16:00:00Z");
    REQUIRE(read.problems.size() == 1);
    CHECK(to_string(read.problems.front()) ==
          "2020-01-02-a.md:3:7: warning: the date \"2024-15-05 06:07:08\" is ignored, as there is no month 15; "
          "write it like "
          "2025-02-10 22:04:13 or 2025-02-10T22:04:13+08:00 [date-unreadable]");
}

TEST_CASE("lists are no dates, and an unknown zone is warned of") {
    const Read list = read_with_problems("date: [2024-01-01]");
    REQUIRE(list.problems.size() == 1);
    CHECK(list.problems.front().code == "date-unreadable");
    CHECK_FALSE(list.article.published);

    const Read zone = read_with_problems("date: 2024-01-01 08:00 XYZ");
    REQUIRE(zone.problems.size() == 1);
    CHECK(zone.problems.front().code == "date-zone");
    CHECK(zone.problems.front().message ==
          "the time zone \"XYZ\" is not known, Asia/Shanghai is taken; write an offset such as +08:00");
    CHECK(to_text(zone.article.published) == "2024-01-01T00:00:00Z");
}

TEST_CASE("whether a date was read in the zone of the site is told") {
    CHECK(read("date: 2024-01-01").zoneless_date);
    CHECK(read("date: 2024-01-01T00:00:00Z\nlastmod: 2024-01-01").zoneless_date);
    CHECK(read("title: a", "2024-01-01-a.md").zoneless_date);
    CHECK_FALSE(read("date: 2024-01-01T00:00:00Z", "2024-01-01-a.md").zoneless_date);
    CHECK_FALSE(read("title: a").zoneless_date);
}

namespace {

class DatedByName final : public Conventions {
  public:
    [[nodiscard]] Place place(std::string_view) const override {
        Place place;
        place.day = LocalTime(std::chrono::sys_days(std::chrono::year(2024) / 5 / 6).time_since_epoch());
        return place;
    }
    [[nodiscard]] std::string link(const Page& page) const override { return std::string(page.site_url); }
};

}  // namespace

TEST_CASE("the day that a generator reads in the path stands before all but the date") {
    ReadingOptions options = reading_options();
    options.conventions = std::make_shared<const DatedByName>();
    const auto date = [&](std::string_view front_matter) {
        return to_text(read_with_problems(front_matter, "2020-01-01-a.md", options).article.published);
    };
    CHECK(date("title: A") == "2024-05-05T16:00:00Z");
    CHECK(date("lastmod: 2024-06-07\ncreated: 2023-01-01") == "2024-05-05T16:00:00Z");
    CHECK(date("date: 2024-01-02T00:00:00Z") == "2024-01-02T00:00:00Z");
}
