#include "rendering.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

TEST_CASE("what other dialects of Markdown have leaves its text only") {
    const auto [source, html] = GENERATE(table<std::string, std::string>({
        {"see [[Tides]] and [[tides#spring|the spring tide]]", "<p>see Tides and the spring tide</p>\n"},
        {"[[中文 页]]、![[a.png]]", "<p>中文 页、</p>\n"},
        {"[[1]](https://a.example/) [[b]][c]\n\n[c]: /d",
         "<p><a href=\"https://a.example/\">[1]</a> <a href=\"https://site.example/d\">[b]</a></p>\n"},
        {"# Tides {#tides}\n", "<h1>Tides</h1>\n"},
        {"Tides {#tides .big}\n===", "<h1>Tides</h1>\n"},
        {"a *b*{: .red} c\n{: .note #x}\n", "<p>a <em>b</em> c</p>\n"},
        {"![a](b.png){width=9} c", "<p><img src=\"https://site.example/posts/one/b.png\" alt=\"a\"> c</p>\n"},
        {"* TOC\n{:toc}\n\n[TOC]\n\n[[_TOC_]]\n\na", "<p>a</p>\n"},
        {"a\n\n{:toc}", "<p>a</p>\n"},
        {"::: tip\n\na\n\n:::\n", "<p>a</p>\n"},
        {"import { Chart } from '../chart.js'\nimport \"x.css\";\nexport const a = {\n  b: 1\n}\n\n# c",
         "<h1>c</h1>\n"},
        {"import duties rose\n\nexport to \"China\"", "<p>import duties rose</p>\n<p>export to \"China\"</p>\n"},
        {"<Chart data={[1, {a: 2}]} f={x => x} /> a <Note kind=\"b\">c</Note>", "<p>a c</p>\n"},
        {"<Card>\n\n*a*\n\n</Card>", "\n<p><em>a</em></p>\n\n"},
        {"$\\sum_{i=1}^{n} A_{:,j}$ \\newcommand{\\x}[1]{#1}\n$x_{:,j}$",
         "<p>$\\sum_{i=1}^{n} A_{:,j}$ \\newcommand{\\x}[1]{#1}\n$x_{:,j}$</p>\n"},
        {"# 潮汐 {#潮汐}\nexport default values", "<h1>潮汐</h1>\n<p>export default values</p>\n"},
        {"a <B onclick={x}", "<p>a &lt;B onclick={x}</p>\n"},
        {"`[[a]]` \\[[a]]", "<p><code>[[a]]</code> [[a]]</p>\n"},
    }));
    CAPTURE(source);
    CHECK(markdown(source) == html);
}

TEST_CASE("HTML has no such extras") {
    prepare_content();
    const std::string html = "<p>[[a]] [TOC]</p>\n:::\nimport 'x'";
    CHECK(render_body(html, {BodyFormat::html, page_url, "", true}).html == html);
}

}  // namespace
}  // namespace tagwire::content
