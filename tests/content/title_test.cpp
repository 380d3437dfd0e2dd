#include "content/title.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

TEST_CASE("a title's elements leave their content, everything else stays as it is written") {
    const auto [written, title] = GENERATE(table<std::string, std::string>({
        {"Tides", "Tides"},
        {"The <em>Tides</em> of <CODE class='x'>May</CODE>", "The Tides of May"},
        {"Spring<br/>tide<br>s", "Spring tide s"},
        {"A<wbr>B <img src=x>C <a href=\"/x\">D</a>", "AB C D"},
        {"<b><i>a</i></b>", "a"},
        {"**bold** _it_ `code` [a](b)", "**bold** _it_ `code` [a](b)"},
        {"Why <b> is bad", "Why <b> is bad"},
        {"</b> the end", "</b> the end"},
        {"vector<int> and <T>", "vector<int> and <T>"},
        {"The <template> and <div>x</div>", "The <template> and <div>x</div>"},
        {"a < b > c <3", "a < b > c <3"},
        {"I <bold>x</bold> <b", "I <bold>x</bold> <b"},
        {"The &lt;em&gt;x&lt;/em&gt; element", "The <em>x</em> element"},
        {"Tom &amp; \"Jerry\" <3 &amp;amp; 《书》", "Tom & \"Jerry\" <3 &amp; 《书》"},
        {"&hellip;&NotEqualTilde;&foo;", "…≂̸&foo;"},
        {" one\n\n  two\r\n ", "one two"},
        {"😀👨‍👩‍👧 \b x", "😀👨‍👩‍👧  x"},
        {"C# & F#: a]]>b", "C# & F#: a]]>b"},
        {"", ""},
        {"<b></b>", ""},
    }));
    CAPTURE(written);
    CHECK(plain_title(written) == title);
}

TEST_CASE("a title of very many tags is read") {
    std::string title;
    for (int i = 0; i < 10'000; ++i) title += "<b>x</i>";
    CHECK(plain_title(title).size() == title.size());
}

}  // namespace
}  // namespace tagwire::content
