#include "rendering.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

TEST_CASE("tables, strikethrough and task lists are read as GitHub does, task boxes as characters") {
    CHECK(
        markdown("|a|b|\n|:-|-:|\n|1|~~2~~|\n") ==
        "<table>\n<thead>\n<tr>\n<th align=\"left\">a</th>\n<th align=\"right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td align=\"left\">1</td>\n<td align=\"right\"><del>2</del></td>\n</tr>\n</tbody>\n</table>\n");
    CHECK(markdown("- [ ] open\n- [x] done\n") == "<ul>\n<li>☐ open</li>\n<li>☑ done</li>\n</ul>\n");
}

TEST_CASE("footnotes are linked within the article's page, with the prefix in their ids") {
    CHECK(
        markdown("a[^1] b[^1] c[^注]\n\n[^1]: one\n[^注]: two\n", "p7-") ==
        "<p>a<sup><a href=\"https://site.example/posts/one/#p7-fn-1\" id=\"p7-fnref-1\">1</a></sup> "
        "b<sup><a href=\"https://site.example/posts/one/#p7-fn-1\" id=\"p7-fnref-1-2\">1</a></sup> "
        "c<sup><a href=\"https://site.example/posts/one/#p7-fn-%E6%B3%A8\" id=\"p7-fnref-%E6%B3%A8\">2</a></sup></p>\n"
        "<div>\n<ol>\n<li id=\"p7-fn-1\">\n<p>one <a href=\"https://site.example/posts/one/#p7-fnref-1\">↩</a> "
        "<a href=\"https://site.example/posts/one/#p7-fnref-1-2\">↩<sup>2</sup></a></p>\n</li>\n"
        "<li id=\"p7-fn-%E6%B3%A8\">\n<p>two <a href=\"https://site.example/posts/one/#p7-fnref-%E6%B3%A8\">↩</a></p>\n</li>\n</ol>\n</div>\n");
}

TEST_CASE("code loses its highlighting classes only") {
    CHECK(markdown("```py\nif a < b:\n```\n") == "<pre><code>if a &lt; b:\n</code></pre>\n");
}

TEST_CASE("raw HTML in Markdown is cleaned, comments vanish") {
    CHECK(markdown("a <b onclick=x>b</b>\n\n<!--more-->\n\n<script>\nx\n\ny</script>\nz") ==
          "<p>a <b>b</b></p>\n\n\n<p>z</p>\n");
}

TEST_CASE("a line break between characters of scripts without blanks is dropped") {
    const auto [source, html] = GENERATE(table<std::string, std::string>({
        {"中文\n换行", "中文换行"},
        {"中文，\n换行", "中文，换行"},
        {"か゛\nな", "か゛な"},
        {"**粗。**\n后", "<strong>粗。</strong>后"},
        {"前\n[链](https://e.x/)", "前<a href=\"https://e.x/\">链</a>"},
        {"前\n`码`", "前<code>码</code>"},
        {"甲\n乙\n丙", "甲乙丙"},
        {"前\n<b>后</b>", "前<b>后</b>"},
        {"中文\nen", "中文\nen"},
        {"en\n中文", "en\n中文"},
        {"en\nen", "en\nen"},
        {"한국\n어", "한국\n어"},
        {"字\n![甲](/i.png)\n字", "字\n<img src=\"https://site.example/i.png\" alt=\"甲\">\n字"},
        {"硬  \n换", "硬<br>\n换"},
        {"前[^1]\n后\n\n[^1]: 注", ""},
    }));
    CAPTURE(source);
    if (html.empty()) {
        CHECK(markdown(source).find("</sup>\n后") != std::string::npos);
    } else {
        CHECK(markdown(source) == "<p>" + html + "</p>\n");
    }
}

TEST_CASE("line breaks of different paragraphs and cells are not mistaken for one") {
    CHECK(markdown("甲\n\n乙") == "<p>甲</p>\n<p>乙</p>\n");
    CHECK(markdown("- 甲\n- 乙") == "<ul>\n<li>甲</li>\n<li>乙</li>\n</ul>\n");
}

TEST_CASE("characters that XML forbids are dropped and counted wherever they come from") {
    prepare_content();
    const Body body = render_body(
        "a\x0B"
        "b&#x1;c&#xFDD1;d\xEF\xBF\xBE",
        {});
    CHECK(body.html == "<p>abcd</p>\n");
    CHECK(body.dropped == 4);
    CHECK(markdown("x&#xFFFE;\xFFy") == "<p>x\xEF\xBF\xBD\xEF\xBF\xBDy</p>\n");
    CHECK(markdown(std::string("a\0b", 3)) == "<p>ab</p>\n");
}

TEST_CASE("line ends of any kind are line ends") {
    CHECK(markdown("a\r\nb\rc\n\r\nd") == "<p>a\nb\nc</p>\n<p>d</p>\n");
}

TEST_CASE("an empty body gives an empty body") { CHECK(markdown("").empty()); }

std::string repeated(std::string_view part, std::size_t count) {
    std::string text;
    for (; count > 0; --count) text += part;
    return text;
}

TEST_CASE("a document that would take unreasonable memory is shown as it is written") {
    const std::string definition = "[a]: " + repeated("x", 20000) + "\n\n" + repeated("[a]", 20000);
    CHECK(markdown(definition) == "<pre>" + definition + "</pre>\n");
    const std::string table = repeated("|a", 2000) + "\n" + repeated("|-", 2000) + "\n" + repeated("x\n", 2000);
    CHECK(markdown(table) == "<pre>" + table + "</pre>\n");
    CHECK(markdown("still *works*") == "<p>still <em>works</em></p>\n");
}

TEST_CASE("nesting ends where the limit is, the text stays") {
    const std::string html = markdown(repeated("> ", 1000) + "deep");
    CHECK(html.find("deep") != std::string::npos);
    CHECK(html.size() < 15000);
}

TEST_CASE("a line of very many cells is no table") {
    CHECK(markdown(repeated("|a", 5000) + "\n" + repeated("|-", 5000) + "\n").starts_with("<p>|a|a"));
}

}  // namespace
}  // namespace tagwire::content
