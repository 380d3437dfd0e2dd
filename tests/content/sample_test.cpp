// The files in tests/data/sample, one for each oddity that real articles have.
#include "reading.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace tagwire;
using namespace tagwire::content;

namespace {

const std::filesystem::path sample_folder = std::filesystem::path(TAGWIRE_TEST_DATA) / "data" / "sample" / "content";

struct Expected {
    std::string path;
    std::string title;
    std::string published;
    std::vector<std::string> tags;
    std::vector<std::string> categories;
};

const std::vector<Expected> articles = {
    {"zh-CN/news/qq/1.zh-CN.md", "渡口晚报：灯与船", "2025-02-10T14:04:13Z", {"qq"}, {"qq"}},
    {"zh-CN/news/qq/2.zh-CN.md", "他说：\"灯没灭\"，船也没走", "2025-02-09T16:00:00Z", {"qq"}, {"qq"}},
    {"zh-CN/news/qq/5.zh-CN.md", "", "2025-02-10T01:00:00Z", {"qq"}, {"qq"}},
    {"en/news/wire/3.en.md", "Ferry 'late' again", "2026-08-22T07:00:00Z", {"Harbour Wire"}, {"Harbour Wire"}},
    {"en/news/wire/4.en.md", "No date given", "none", {"harbour wire"}, {"harbour wire"}},
    {"post/date-00.md", "Tide table 0", "2024-03-04T16:00:00Z", {"tides"}, {}},
    {"post/date-01.md", "Tide table 1", "2024-03-05T06:07:08Z", {"tides"}, {}},
    {"post/date-02.md", "Tide table 2", "2024-03-05T12:07:08Z", {"tides"}, {}},
    {"post/date-03.md", "Tide table 3", "2024-03-05T04:07:08.123456Z", {"tides"}, {}},
    {"post/date-04.md", "Tide table 4", "2024-03-04T22:07:08Z", {"tides"}, {}},
    {"post/date-05.md", "Tide table 5", "2024-03-04T22:07:00Z", {"tides"}, {}},
    {"post/date-06.md", "Tide table 6", "2024-03-05T11:07:08Z", {"tides"}, {}},
    {"post/date-07.md", "Tide table 7", "2024-03-04T22:07:00Z", {"tides"}, {}},
    {"post/date-08.md", "Tide table 8", "2024-03-04T16:00:00Z", {"tides"}, {}},
    {"post/date-09.md", "Tide table 9", "2024-03-05T04:07:08Z", {"tides"}, {}},
    {"post/date-10.md", "Tide table 10", "2024-03-04T22:07:08Z", {"tides"}, {}},
    {"post/date-11.md", "Tide table 11", "2024-03-04T22:07:08Z", {"tides"}, {}},
    {"post/2023-11-30-from-the-name.md", "From the name", "2023-11-29T16:00:00Z", {"tides"}, {}},
    {"post/bad-date.md", "Impossible month", "none", {"tides"}, {}},
    {"post/lastmod.md", "Both dates", "2023-12-31T16:00:00Z", {"tides"}, {}},
    {"post/terms-special.md",
     "Odd terms",
     "2024-01-02T00:00:00Z",
     {"C++", "C#", ".NET", "CI/CD", "AT&T", "潮汐 表", "Ünter", "😀", "&", ".."},
     {}},
    {"post/terms-case.md", "Case", "2024-01-03T00:00:00Z", {"Tides"}, {"Log"}},
    {"post/terms-comma.md", "Comma", "2024-01-04T00:00:00Z", {"tides", "moon", "harbour"}, {"log"}},
    {"post/terms-nested.md", "Nested", "2024-01-05T00:00:00Z", {"2024", "true", "moon"}, {"Sea", "North", "Log"}},
    {"post/terms-null.md", "Null terms", "2024-01-06T00:00:00Z", {}, {}},
    {"post/toml.md", "Toml, local time", "2024-02-01T00:00:00Z", {"tides"}, {}},
    {"post/json.md", "Json", "2024-02-02T00:00:00Z", {"tides"}, {}},
    {"post/bom-crlf.md", "Bom and CRLF", "2024-02-05T00:00:00Z", {"tides"}, {}},
    {"post/blank-first.md", "Blank lines first", "2024-02-06T00:00:00Z", {"tides"}, {}},
    {"post/closer-eof.md", "No body", "2024-02-07T00:00:00Z", {"tides"}, {}},
    {"post/block.md", "Folded title", "2024-02-08T00:00:00Z", {"tides"}, {}},
    {"post/scalars.md", "2024", "2024-02-09T00:00:00Z", {"yes", "1.10", "010"}, {}},
    {"post/dup-key.md", "Second", "2024-02-10T00:00:00Z", {"tides"}, {}},
    {"post/c0-body.md", "Control bytes", "2024-02-16T00:00:00Z", {"tides"}, {}},
    {"post/draft.md", "Draft", "2024-02-16T16:00:00Z", {"tides"}, {}},
    {"post/unpublished.md", "Unpublished", "2024-02-17T16:00:00Z", {"tides"}, {}},
    {"post/future.md", "Future", "2099-01-01T00:00:00Z", {"tides"}, {}},
    {"post/expired.md", "Expired", "2024-02-18T16:00:00Z", {"tides"}, {}},
    {"post/bundle/index.md", "Bundle", "2024-02-20T00:00:00Z", {"tides"}, {}},
    {"post/UPPER.MD", "Upper-case extension", "2024-02-22T00:00:00Z", {"tides"}, {}},
    {"post/潮 汐 表.md", "Name with spaces", "2024-02-23T00:00:00Z", {"tides"}, {}},
};

const std::map<std::string, std::string> refused = {
    {"post/tab.md", "4 yaml-syntax"},      {"post/colon.md", "2 yaml-syntax"},
    {"post/latin1.md", "2 encoding"},      {"post/unclosed.md", "1 front-matter-unclosed"},
    {"post/controls.md", "2 yaml-syntax"},
};
const std::set<std::string> passed_over = {"post/plain.md", "post/empty.md", "post/_index.md", "post/pelican.md",
                                           "post/hexo.md"};
const std::set<std::string> no_paths = {"post/.hidden.md", "post/backup.md~"};

Reading read_sample(const std::string& path) {
    std::ifstream file(sample_folder / path, std::ios::binary);
    REQUIRE(file);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    return read_article(path, bytes, reading_options());
}

ParsedArticle article_of(const std::string& path) {
    const Reading reading = read_sample(path);
    CAPTURE(path);
    REQUIRE(std::holds_alternative<ParsedArticle>(reading.outcome));
    return std::get<ParsedArticle>(reading.outcome);
}

std::vector<std::string> terms_of(const ParsedArticle& article, std::string_view taxonomy) {
    for (const TermList& list : article.metadata.taxonomies) {
        if (list.taxonomy == taxonomy) return list.terms;
    }
    return {};
}

}  // namespace

TEST_CASE("each sample gives its title, date and terms") {
    for (const Expected& expected : articles) {
        CAPTURE(expected.path);
        CHECK(is_article_path(expected.path));
        const ParsedArticle article = article_of(expected.path);
        CHECK(article.metadata.title == expected.title);
        CHECK(to_text(article.published) == expected.published);
        CHECK(terms_of(article, "tags") == expected.tags);
        CHECK(terms_of(article, "categories") == expected.categories);
    }
}

TEST_CASE("some samples have more to say") {
    CHECK(article_of("zh-CN/news/qq/1.zh-CN.md").metadata.language == "zh-CN");
    CHECK(article_of("zh-CN/news/qq/1.zh-CN.md").metadata.link == "https://example.org/zh-cn/news/qq/1.zh-cn/");
    CHECK(article_of("zh-CN/news/qq/2.zh-CN.md").metadata.image == "https://img.example.org/a?w=640&h=360");
    CHECK(article_of("zh-CN/news/qq/5.zh-CN.md").metadata.image.empty());
    CHECK(to_text(article_of("post/lastmod.md").updated) == "2024-02-02T00:00:00Z");
    CHECK(article_of("post/block.md").metadata.authors == std::vector<Person>{{"Ada", "", ""}, {"Lin", "", ""}});
    CHECK(article_of("post/block.md").metadata.image == "https://example.org/img/c.png");
    CHECK(article_of("post/bundle/index.md").metadata.summary == "Intro ends here.");
    CHECK(article_of("post/bundle/index.md").metadata.image == "https://example.org/post/bundle/cover.png");
    CHECK(article_of("post/潮 汐 表.md").metadata.link == "https://example.org/post/%E6%BD%AE-%E6%B1%90-%E8%A1%A8/");
    CHECK(to_text(article_of("post/expired.md").metadata.expires) == "2024-02-29T16:00:00Z");
    CHECK(article_of("post/draft.md").metadata.draft);
    CHECK(article_of("post/unpublished.md").metadata.draft);
}

TEST_CASE("samples that are no good articles are refused, warned of or passed over") {
    for (const auto& [path, expected] : refused) {
        CAPTURE(path);
        const Reading reading = read_sample(path);
        CHECK(std::holds_alternative<Broken>(reading.outcome));
        REQUIRE(reading.problems.size() == 1);
        CHECK(std::to_string(reading.problems.front().line) + ' ' + reading.problems.front().code == expected);
    }
    for (const std::string& path : passed_over) {
        CAPTURE(path);
        CHECK(std::holds_alternative<Skipped>(read_sample(path).outcome));
    }
    for (const std::string& path : no_paths) CHECK_FALSE(is_article_path(path));
    for (const auto& [path, code] :
         {std::pair("post/bad-date.md", "date-unreadable"), {"post/dup-key.md", "yaml-duplicate-key"}}) {
        const Problems problems = read_sample(path).problems;
        REQUIRE(problems.size() == 1);
        CHECK(problems.front().code == code);
    }
}

TEST_CASE("every sample is expected to be something") {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(sample_folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string path = entry.path().lexically_relative(sample_folder).string();
        CAPTURE(path);
        const bool is_listed = refused.count(path) + passed_over.count(path) + no_paths.count(path) > 0 ||
                               std::any_of(articles.begin(), articles.end(),
                                           [&](const Expected& expected) { return expected.path == path; });
        CHECK(is_listed);
    }
}
