// Bodies of 600 KB that are made to be slow. ctest's limit ends a run that takes time by the square of their size.
#include "rendering.hpp"

#include "support/strict_html.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

constexpr std::size_t body_bytes = 600'000;

std::string repeated(std::string_view part) {
    std::string text;
    while (text.size() < body_bytes) text += part;
    return text;
}

std::string runs_of_every_length() {
    std::string text;
    for (std::size_t length = 1; text.size() < body_bytes; ++length) text.append(length, '`') += ' ';
    return text;
}

std::string many_definitions() {
    std::string text;
    for (int i = 0; text.size() < body_bytes / 2; ++i) text += "[a" + std::to_string(i) + "]: /u\n";
    return text + "\n" + repeated("[a77]").substr(body_bytes / 2);
}

void check_bounded(std::string_view source) {
    prepare_content();
    for (const auto format : {BodyFormat::markdown, BodyFormat::html}) {
        const std::string html = render_body(source, {format, page_url, "", true}).html;
        CHECK(support::StrictHtml::fault_of(html).empty());
        CHECK(html.size() < 16 * source.size());
        CHECK(summary_of(source, {format, 300, {}}).size() < 16 << 10);
    }
}

TEST_CASE("one piece of syntax, ever again, is read in time and memory in proportion") {
    const std::string piece = GENERATE(
        as<std::string>{}, "[", "![", "[a](", "[[a", "[[a]]", "*a_b ", "**中", "a**b", "~~a", "<", "<a ", "<a href='",
        "<b>", "</b>", "<p><b>", "<div>\n\n", "<table><tr><td>", "<ul><li>", "<!--", "<![CDATA[", "<?", "<pre>",
        "<code></pre>", "<A{", "<A b={", "{{", "{{ x", "{{ x }}", "{{< x ", "{% x", "{# ", "{: ", "){.a",
        "{% highlight x %}", "{% raw %}{{ x }}", "{{< highlight x >}}{% code %}{% comment %}", "{% blockquote %}", "`",
        "` `` ", "```\n", "~~~a\n```\n", "> ", "> a\n\n", "  - a\n", "1. ", "&", "&amp;", "&aaaaaaaaaaaaaaaaaaaaaaaaaa",
        "\\", "|a|b|\n|-|-|\n", "|", "http://a.b/(", "www.a ", "a@b.c", "[^1]", "[^1]: a\n", "a[^x]\n\n[^x]: [^x]\n",
        "export const =\n", "import 'x\n", "中\n", "\xFF", "&#1;", "- [ ] a\n", "\n", "\t");
    CAPTURE(piece);
    check_bounded(repeated(piece));
}

TEST_CASE("what takes more than one piece is read in time and memory in proportion, too") {
    check_bounded(runs_of_every_length());
    check_bounded(many_definitions());
    check_bounded("|a|b|\n|-|-|\n" + repeated("|1|2|\n"));
    check_bounded("[^1]: x\n\n" + repeated("[^1]"));
    check_bounded("http://a.b/" + repeated(")"));
    check_bounded("<img srcset='" + repeated("a 1x,") + "'>");
    check_bounded("<a " + repeated("a=b ") + ">");
    check_bounded("<img src='data:image/png;base64," + repeated("A") + "'>");
}

}  // namespace
}  // namespace tagwire::content
