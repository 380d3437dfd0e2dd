#include "rendering.hpp"

#include "content/bare_url.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

// "before[url|text]after" of the first link in the text.
std::string marked(std::string_view text) {
    const auto found = find_bare_url(text, 0);
    if (!found) return std::string(text);
    const std::string_view link = text.substr(found->begin, found->end - found->begin);
    return std::string(text.substr(0, found->begin)) + "[" + found->url + "|" + std::string(link) + "]" +
           std::string(text.substr(found->end));
}

void check_links(const std::vector<std::pair<std::string, std::string>>& cases) {
    for (const auto& [text, expected] : cases) CHECK(marked(text) == expected);
}

TEST_CASE("a bare URL ends before CJK characters and typographic quotes") {
    for (const std::string end : {"。", "，", "！", "）", "》", "」", "、", "；", "：", "后面", "です", "에서", "”",
                                  "’", "…", "—", "　", "\xEF\xB7\x90"}) {
        CHECK(marked("https://example.com/a" + end + "x") ==
              "[https://example.com/a|https://example.com/a]" + end + "x");
        CHECK(marked("www.example.com" + end + "x") == "[http://www.example.com|www.example.com]" + end + "x");
    }
}

TEST_CASE("punctuation at a URL's end belongs to the sentence") {
    check_links({
        {"see https://a.b/c.", "see [https://a.b/c|https://a.b/c]."},
        {"see https://a.b/c?!*_~'\"", "see [https://a.b/c|https://a.b/c]?!*_~'\""},
        {"(https://a.b/c)", "([https://a.b/c|https://a.b/c])"},
        {"(https://a.b/c).", "([https://a.b/c|https://a.b/c])."},
        {"https://a.b/c(d)", "[https://a.b/c(d)|https://a.b/c(d)]"},
        {"https://a.b/c(d))", "[https://a.b/c(d)|https://a.b/c(d)])"},
        {"（https://a.b/c)。", "（[https://a.b/c|https://a.b/c])。"},
        {"https://a.b/?q=1&r=%20#f", "[https://a.b/?q=1&r=%20#f|https://a.b/?q=1&r=%20#f]"},
        {"https://a.b/<x", "[https://a.b/|https://a.b/]<x"},
        {"https://de.example/Zürich ja", "[https://de.example/Zürich|https://de.example/Zürich] ja"},
    });
}

TEST_CASE("what only looks like a URL stays text") {
    check_links({{"xhttps://a.b", "xhttps://a.b"},
                 {"https://", "https://"},
                 {"https://。", "https://。"},
                 {"https:///x", "https:///x"},
                 {"www.", "www."},
                 {"www..", "www.."},
                 {"awww.b.c", "awww.b.c"},
                 {"/www.b.c", "/www.b.c"},
                 {"javascript:alert(1)", "javascript:alert(1)"},
                 {"ftp://a.b", "ftp://a.b"}});
}

TEST_CASE("www. makes a link at the start, after a blank and after CJK characters") {
    check_links({{"看www.a.b吧", "看[http://www.a.b|www.a.b]吧"},
                 {"(www.a.b)", "([http://www.a.b|www.a.b])"},
                 {"a WWW.a.b", "a [http://WWW.a.b|WWW.a.b]"}});
}

TEST_CASE("mail addresses become links") {
    check_links({{"写信a.b+c@d.example。", "写信[mailto:a.b+c@d.example|a.b+c@d.example]。"},
                 {"a@b", "a@b"},
                 {"@b.c", "@b.c"},
                 {"a@b.c-", "a@b.c-"},
                 {"a@.c", "a@.c"},
                 {"a@b.c.", "[mailto:a@b.c|a@b.c]."}});
}

TEST_CASE("every URL of a text becomes a link, those in links and code do not") {
    CHECK(
        markdown("https://a.b/x。https://c.d/y_z_w，x") ==
        "<p><a href=\"https://a.b/x\">https://a.b/x</a>。<a href=\"https://c.d/y_z_w\">https://c.d/y_z_w</a>，x</p>\n");
    CHECK(markdown("[https://a.b/x](https://c.d/)") == "<p><a href=\"https://c.d/\">https://a.b/x</a></p>\n");
    CHECK(
        markdown("<A href=/y><b>https://a.b/x</b></A> www.c.d") ==
        "<p><a href=\"https://site.example/y\"><b>https://a.b/x</b></a> <a href=\"http://www.c.d\">www.c.d</a></p>\n");
    CHECK(
        markdown("</a> <abbr>www.a.b</abbr><a name=x>\n\nwww.c.d") ==
        "<p> <abbr><a href=\"http://www.a.b\">www.a.b</a></abbr></p>\n<p><a href=\"http://www.c.d\">www.c.d</a></p>\n");
    CHECK(markdown("`https://a.b/x`") == "<p><code>https://a.b/x</code></p>\n");
    CHECK(markdown("![https://a.b/x](/i.png)") ==
          "<p><img src=\"https://site.example/i.png\" alt=\"https://a.b/x\"></p>\n");
    CHECK(markdown("|~~www.a.b~~|\n|-|\n").find("<del><a href=\"http://www.a.b\">www.a.b</a></del>") !=
          std::string::npos);
}

TEST_CASE("a URL in angle brackets or parentheses is taken as it is written") {
    CHECK(markdown("<https://a.b/中>") == "<p><a href=\"https://a.b/%E4%B8%AD\">https://a.b/中</a></p>\n");
    CHECK(markdown("[x](https://a.b/中)") == "<p><a href=\"https://a.b/%E4%B8%AD\">x</a></p>\n");
}

}  // namespace
}  // namespace tagwire::content
