#include "rendering.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

TEST_CASE("plain text keeps the words and drops the rest") {
    prepare_content();
    const auto [html, text] = GENERATE(table<std::string, std::string>({
        {"<p>a</p><p>b</p>", "a b"},
        {"a<br>b", "a b"},
        {"<ul><li>a</li><li>b</li></ul>", "a b"},
        {"<table><tr><td>1</td><td>2</td></tr></table>", "1 2"},
        {"<h1>t</h1>x", "t x"},
        {"<section>a</section>b", "a b"},
        {"<em>a</em>b<i>c</i>", "abc"},
        {"  a \n\t b&nbsp;c  ", "a b c"},
        {"Tom &amp; &lt;b&gt;", "Tom & <b>"},
        {"a<img src=x alt=y>b", "ab"},
        {"a<script>x</script><style>y</style><svg><text>z</text></svg>b", "ab"},
        {"a<!-- b -->c", "ac"},
        {"a<sup><a href='/p#fn-1' id='fnref-1'>1</a></sup>b", "ab"},
        {"a<sup id='fnref:1'><a href='#fn:1'>1</a></sup>b <a href='#fnref:1'>↩</a>", "ab"},
        {"<a href='/fnref-x'>a</a>", "a"},
        {"m<sup>2</sup>", "m2"},
        {"<p>中文</p><p>第二段</p>", "中文 第二段"},
        {"", ""},
    }));
    CAPTURE(html);
    CHECK(plain_text(html) == text);
}

}  // namespace
}  // namespace tagwire::content
