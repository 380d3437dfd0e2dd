#include "feed/feed.hpp"

#include <catch2/catch.hpp>

namespace tagwire::feed {

TEST_CASE("an article without a title shows the beginning of its summary, else its file's name") {
    struct Case {
        std::string title, summary, path, shown;
    };
    std::string start;
    for (int i = 0; i < 60; ++i) start += "字";
    const std::vector<Case> cases = {
        {"Title", "Summary", "a/b.md", "Title"},
        {" \t", "Summary", "a/b.md", "Summary"},
        {"\x01", " Summary ", "a/b.md", "Summary"},
        {"", start, "a/b.md", start},
        {"", start + "外", "a/b.md", start + "…"},
        {"", "", "a/b c.zh-CN.md", "b c.zh-CN"},
        {"", "\x02", "b", "b"},
        {"", "", ".md", ".md"},
        {"", "", "a/", "urn:x"},
    };
    for (const Case& one : cases) {
        content::Article article;
        article.id = "urn:x";
        article.path = one.path;
        article.metadata.title = one.title;
        article.metadata.summary = one.summary;
        CHECK(display_title(article) == one.shown);
    }
}

TEST_CASE("a format has a name, a media type, and the bare type for links") {
    CHECK(name(Format::json) == "json");
    CHECK(media_type(Format::atom) == "application/atom+xml; charset=utf-8");
    CHECK(media_type(Format::json) == "application/feed+json");
    CHECK(link_type(Format::atom) == "application/atom+xml");
    CHECK(link_type(Format::page) == "text/html");
}

}  // namespace tagwire::feed
