#include "content/original.hpp"
#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

namespace {

std::string original_in(std::string_view last_line, std::string_view front_matter = "title: A") {
    ReadingOptions options = reading_options();
    options.link_blog.keys = {"external_url", "source"};
    options.link_blog.last_line = LinkBlog::LastLine::the_original;
    const std::string file =
        "---\n" + std::string(front_matter) + "\n---\n\nThe [ferry](/f/) is late.\n\n" + std::string(last_line);
    const Reading reading = read_article("a.md", file, options);
    REQUIRE(std::holds_alternative<ParsedArticle>(reading.outcome));
    return std::get<ParsedArticle>(reading.outcome).metadata.external_url;
}

}  // namespace

TEST_CASE("a last line that is nothing but a link is the original's") {
    const std::string url = "https://news.example.net/a?b=1&c=2";
    CHECK(original_in("[wire](" + url + ")") == url);
    CHECK(original_in("[wire](" + url + ")\n\n \n") == url);
    CHECK(original_in("[wire](" + url + ")\r\n") == url);
    CHECK(original_in("[wire](<" + url + ">)") == url);
    CHECK(original_in("[wire](" + url + " \"The wire\")") == url);
    CHECK(original_in("原文：[渡口晚报](" + url + ")") == url);
    CHECK(original_in("Source: [wire](" + url + ")") == url);
    CHECK(original_in("[wire](https://en.example.org/wiki/Ferry_(boat))") ==
          "https://en.example.org/wiki/Ferry_(boat)");
}

TEST_CASE("a last line that says more than a link, or links to no http URL, names no original") {
    for (const std::string_view line :
         {"[a](https://example.org/a) and [b](https://example.org/b)",
          "See also the long story of [a](https://example.org/)", "[a](/relative/)", "[a](javascript:alert(1))",
          "![a](https://example.org/a.png)", "https://example.org/", "[a](https://example.org/", "[a]", "",
          "[a](<https://example.org/)"}) {
        CAPTURE(line);
        CHECK(original_in(line).empty());
    }
}

TEST_CASE("a key of the front matter goes before the last line, and nothing is asked where nothing is configured") {
    CHECK(original_in("[a](https://example.org/last)", "external_url: https://example.org/key") ==
          "https://example.org/key");
    CHECK(original_in("[a](https://example.org/last)", "source: wire") == "https://example.org/last");
    CHECK(read("external_url: https://example.org/key").metadata.external_url.empty());
}
