#include "daemon/import_ids.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::daemon;

namespace {

std::optional<Instant> at(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(*parse_rfc3339(text));
}

feed::OldEntry entry(const std::string& id, const std::string& link, const std::string& title = "",
                     const std::string& published = "") {
    return {id, link, title, at(published)};
}

content::ArticlePtr article(const std::string& path, const std::string& link, const std::string& title = "",
                            const std::string& published = "2024-05-03T08:30:00Z") {
    content::Article article;
    article.path = path;
    article.id = "urn:uuid:" + path;
    article.published = article.updated = *at(published);
    article.metadata.link = link;
    article.metadata.title = title;
    return std::make_shared<const content::Article>(std::move(article));
}

ImportTargets among(std::vector<content::ArticlePtr> articles) {
    ImportTargets targets;
    targets.articles = std::move(articles);
    return targets;
}

// "id=path" of what matched, then "id: reason" of what did not, a line each.
std::string told(const ImportedIds& ids) {
    std::string text;
    for (const MatchedEntry& matched : ids.matched) text += matched.entry.id + '=' + matched.path + '\n';
    for (const UnmatchedEntry& unmatched : ids.unmatched) text += unmatched.entry.id + ": " + unmatched.reason + '\n';
    return text;
}

std::string of_links(const std::string& old, const std::string& now) {
    return told(match_ids({entry("u:1", old)}, among({article("a.md", now)})));
}

const std::string none = ": no article has its link, nor its title and date\n";

}  // namespace

TEST_CASE("An entry is the article at its link, of which only path and query count") {
    const std::string now = "https://new.example/2024/t%C3%AFdes/";
    for (const std::string old : {"https://new.example/2024/t%C3%AFdes/", "http://old.example/2024/t%C3%AFdes",
                                  "/2024/t%c3%afdes/", "https://old.example:8080/2024/tïdes/index.html",
                                  "https://old.example/2024/ti\u0308des/#more", "//old.example/%32024/t%C3%AFdes"}) {
        INFO(old);
        CHECK(of_links(old, now) == "u:1=a.md\n");
    }
    for (const std::string old : {"https://new.example/2024/T%C3%AFdes/", "https://new.example/2024/t%C3%AFdes/?p=1",
                                  "https://new.example/blog/2024/t%C3%AFdes/", "https://new.example/", ""}) {
        INFO(old);
        CHECK(of_links(old, now) == "u:1" + none);
    }
    CHECK(of_links("http://old.example/?p=%31", "https://new.example/?p=1") == "u:1=a.md\n");
}

TEST_CASE("The front page is no article's link") {
    CHECK(of_links("https://old.example/", "https://new.example/") == "u:1" + none);
}

TEST_CASE("An id that is a permalink stands for the link that is missing") {
    const auto targets = among({article("a.md", "https://new.example/tides/")});
    CHECK(told(match_ids({entry("https://old.example/tides/", "")}, targets)) == "https://old.example/tides/=a.md\n");
    CHECK(told(match_ids({entry("https://old.example/tides/", "/other/")}, targets)) ==
          "https://old.example/tides/" + none);
}

TEST_CASE("An entry whose link is no article's is the one with its title and date") {
    const auto targets = among({article("a.md", "/a/", "The  Ferry’s TIMETABLE ", "2024-05-03T20:30:00Z"),
                                article("b.md", "/b/", "The Ferry’s Timetable", "2024-05-10T00:00:00Z")});
    const auto told_of = [&](const std::string& title, const std::string& published) {
        return told(match_ids({entry("u:1", "/2024/x/", title, published)}, targets));
    };
    CHECK(told_of("the ferry’s timetable", "2024-05-03T20:30:00Z") == "u:1=a.md\n");
    CHECK(told_of("the ferry’s timetable", "2024-05-03T00:00:00Z") == "u:1=a.md\n");
    CHECK(told_of("the ferry’s timetable", "2024-05-04T00:00:00Z") == "u:1" + none);
    CHECK(told_of("the ferry’s timetable", "") == "u:1" + none);
    CHECK(told_of("another", "2024-05-03T20:30:00Z") == "u:1" + none);
}

TEST_CASE("The day is that of the configured zone") {
    auto targets = among({article("a.md", "/a/", "Tides", "2024-05-03T20:30:00Z")});
    targets.zone = *TimeZone::find("Asia/Shanghai");
    CHECK(told(match_ids({entry("u:1", "", "Tides", "2024-05-04T10:00:00Z")}, targets)) == "u:1=a.md\n");
    CHECK(told(match_ids({entry("u:1", "", "Tides", "2024-05-03T10:00:00Z")}, targets)) == "u:1" + none);
}

TEST_CASE("Where several are possible, none is taken") {
    const auto twins = among({article("a.md", "/x/", "Tides"), article("b.md", "/x/", "Tides")});
    CHECK(told(match_ids({entry("u:1", "/x/")}, twins)) == "u:1: several articles have its link\n");
    CHECK(told(match_ids({entry("u:1", "/y/", "Tides", "2024-05-03T08:30:00Z")}, twins)) ==
          "u:1: several articles or entries have its title and date\n");
    const auto one = among({article("a.md", "/x/", "Tides")});
    CHECK(
        told(match_ids(
            {entry("u:1", "", "Tides", "2024-05-03T08:30:00Z"), entry("u:2", "", "Tides", "2024-05-03T08:30:00Z")},
            one)) ==
        "u:1: several articles or entries have its title and date\nu:2: several articles or entries have its title and date\n");
}

TEST_CASE("Of several with one link, title and date decide") {
    const auto twins = among({article("a.md", "/x/", "Tides"), article("b.md", "/x/", "Moons")});
    CHECK(told(match_ids({entry("u:1", "/x/", "Moons", "2024-05-03T08:30:00Z")}, twins)) == "u:1=b.md\n");
}

TEST_CASE("The same instant counts more than the same day, and a link more than both") {
    const auto targets = among({article("a.md", "/a/", "Tides", "2024-05-03T06:00:00Z"),
                                article("b.md", "/b/", "Tides", "2024-05-03T18:00:00Z"),
                                article("c.md", "/c/", "Tides", "2024-05-03T18:00:00Z")});
    CHECK(told(match_ids({entry("u:2", "/x/", "Tides", "2024-05-03T18:00:00Z"),
                          entry("u:1", "/y/", "Tides", "2024-05-03T06:00:00Z"),
                          entry("u:3", "/c/", "Tides", "2024-05-03T18:00:00Z")},
                         targets)) == "u:2=b.md\nu:1=a.md\nu:3=c.md\n");
}

TEST_CASE("An id that is no URI is not kept") {
    const auto targets = among({article("a.md", "/tides/")});
    for (const std::string id : {"42", "post 7", "tag:old.example,2024:a b", "u:\u00A0x", "u:\x01", "/tides/"}) {
        INFO(id);
        CHECK(told(match_ids({entry(id, "/tides/")}, targets)) ==
              id + ": its id is no URI, which Atom demands of ids\n");
    }
    CHECK(told(match_ids({entry("tag:old.example,2024:潮汐", "/tides/")}, targets)) ==
          "tag:old.example,2024:潮汐=a.md\n");
}

TEST_CASE("Of entries with one id, or of one article, the first counts") {
    const auto targets = among({article("a.md", "/a/"), article("b.md", "/b/")});
    CHECK(told(match_ids({entry("u:1", "/a/"), entry("u:1", "/b/"), entry("u:2", "/a/")}, targets)) ==
          "u:1=a.md\nu:1: an entry before it has the same id\nu:2: a.md has its id from another entry\n");
}

TEST_CASE("An article whose front matter gives its id keeps it") {
    auto targets = among({article("a.md", "/a/")});
    targets.with_own_id = {"a.md"};
    CHECK(told(match_ids({entry("u:1", "/a/")}, targets)) == "u:1: a.md has an id of its own in its front matter\n");
    CHECK(told(match_ids({entry("urn:uuid:a.md", "/b/")}, targets)) == "urn:uuid:a.md=a.md\n");
}

TEST_CASE("An id that an article has already is never another's") {
    const auto targets = among({article("a.md", "/a/"), article("b.md", "/b/")});
    CHECK(told(match_ids({entry("urn:uuid:b.md", "/a/")}, targets)) == "urn:uuid:b.md=b.md\n");
}
