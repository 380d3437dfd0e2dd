#include "rendering.hpp"

#include "base/text.hpp"
#include "content/cjk_emphasis.hpp"
#include "content/markdown.hpp"

#include "content/shortcodes.hpp"
#include "support/strict_html.hpp"

#include <catch2/catch.hpp>

#include <thread>

namespace tagwire::content {
namespace {

std::vector<std::string> split_at_bars(std::string_view text) {
    std::vector<std::string> pieces;
    for (auto bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|')) {
        pieces.emplace_back(text.substr(0, bar));
        text.remove_prefix(bar + 1);
    }
    pieces.emplace_back(text);
    return pieces;
}

const std::vector<std::string> html_pieces = split_at_bars(
    "<p>|</p>|<div>|</div>|<b>|</b>|<i>|<em>|</em>|<a href=x>|<a href='javascript:x'>|</a>|<ul>|</ul>|<ol>|"
    "<li>|</li>|<table>|</table>|<tr>|</tr>|<td>|</td>|<th align=left>|<thead>|<tbody>|</tbody>|<caption>|"
    "<dl>|<dt>|<dd>|</dl>|<h1>|</h1>|<h2>|<pre>|</pre>|<code>|</code>|<blockquote>|</blockquote>|<form>|"
    "</form>|<center>|<font>|</font>|<x-y>|</x-y>|<span lang=zh>|</span>|<u>|<s>|<small>|</small>|<strike>|"
    "<menu>|<address>|<fieldset>|<legend>|<figure>|<figcaption>|<picture>|<source src=s>|<video src=v>|"
    "</video>|<track src=t>|<wbr>|<br>|<hr>|<img src=i alt='a<b'>|<img alt=q>|<script>|</script>|<style>|"
    "</style>|<svg>|</svg>|<iframe>|</iframe>|<textarea>|<title>|</title>|<noscript>|"
    "<input type=checkbox checked>|<select>|</select>|<option>|<ruby>|<rt>|</ruby>|<html>|</html>|<body>|"
    "</body>|<head>|</head>|<!--|-->|<![CDATA[|]]>|<?php|?>|<!DOCTYPE x>|<|>|&|&lt;|&#x1;|&#13;|&#xFDD0;|"
    "&#60;|&nbsp;|&amp;lt;|\"|'|=|/| |\n|\t|text|中文|。|😀|<details open>|<summary>|<col>|<colgroup>|<tfoot>|"
    "<sup id=fnref-1>|</sup>|<a href='#fn-1' id=fn-1>|<del cite=c>|</del>|<object>|<embed src=e>|<math>|"
    "<annotation>|</math>|<time datetime='2024'>|<q cite=/q>|</q>");

std::vector<std::string> with_table_bars(std::vector<std::string> pieces) {
    pieces.insert(pieces.end(), {"|", "|-|\n"});
    return pieces;
}

const std::vector<std::string> markdown_pieces = with_table_bars(
    split_at_bars("*|**|***|~|~~|_|__|`|```\n|[|](|)|![|<|>|\n|\n\n| |    |- |1. |# |> |\\|&|;|a|b c|http://|"
                  "https://a.b/|www.|@c.d|[^1]|[^1]: |[r]: /u\n|-|=\n|\"|'|(|:|!|.|,|<b>|</b>|<!--|-->|%7E|\t"));

const std::vector<std::string> cjk_pieces = {
    "中",           "文",           "。",        "，",   "【",   "】",       "“",   "”",
    "（",           "）",           "！",        "한",   "ア",   "ｱ",        "😀",   "\xEF\xB7\x90",
    "\xEF\xB8\x80", "\xEF\xB8\x81", "%EF%B7%90", "\x0B", "\xFF", "&#xFFFE;", "&#1;"};

bool is_clean(const std::string& html) {
    const CleanText again = clean_text(html);
    return again.text == html && again.dropped == 0 && again.replaced == 0;
}

const std::vector<std::string> template_pieces = split_at_bars(
    "{{< |{{% |{{ |{% |{# | >}}| %}}| }}| %}| #}|{{</* |*/>}}|{{< figure src=\"javascript:x\" caption=\"<b>\" >}}|"
    "{{< figure src=\"'>a\" alt='\">' >}}|{{< youtube \"a\"b\" >}}|{% img \"/x|{% gist a/b/../c %}|{% highlight c %}|"
    "{% endhighlight %}|{{< highlight >}}|{{< /highlight >}}|{% raw %}|{% endraw %}|{% comment %}|{% endcomment %}|"
    "{% blockquote %}|{% endblockquote %}|{% codeblock|{{ \"javascript:x\" }}|{{ '\"><script>' }}|[[|]]|![[|{#id}|{: .c}|](|"
    "[a]({{ x }})|[a]({{ x }}/y)|<a href=\"{{ x }}\">|<img src='{% x %}'>|<A b={|}/>|<pre>|</pre>|<code>|</code>|`|```\n|"
    "~~~\n|<!--|-->|\n|\n\n|    |- |> |import 'x'\n|export const \n|:::\n|[toc]\n|{:toc}\n|a|中|\\|\"|'|=|,|(|)");

TEST_CASE("any bytes give a clean and harmless body in either format") {
    prepare_content();
    std::mt19937 random(7);
    for (int round = 0; round < 4000; ++round) {
        const std::string source = random_bytes(random, 60) + random_text(random, markdown_pieces, 20) +
                                   random_text(random, cjk_pieces, 5) + random_text(random, html_pieces, 10) +
                                   random_text(random, template_pieces, 10);
        CAPTURE(source);
        for (const auto format : {BodyFormat::markdown, BodyFormat::html}) {
            BodyOptions options;
            options.format = format;
            options.base_url = page_url;
            const std::string html = render_body(source, options).html;
            CAPTURE(html);
            REQUIRE(is_clean(html));
            REQUIRE(support::StrictHtml::fault_of(html).empty());
            REQUIRE(clean_html(html, page_url, "") == html);
            REQUIRE(is_clean(plain_text(html)));
        }
    }
}

TEST_CASE("any mixture of tags of templates is read, and what it leaves is text as before") {
    prepare_content();
    std::mt19937 random(23);
    for (int round = 0; round < 10000; ++round) {
        const std::string source = random_text(random, template_pieces, 25);
        CAPTURE(source);
        for (const auto format : {BodyFormat::markdown, BodyFormat::html}) {
            const std::string text = without_shortcodes(source, format);
            REQUIRE(is_clean(text));
            REQUIRE(text.size() <= 8 * source.size() + 64);
            const std::string html = render_body(source, {format, page_url, "", true}).html;
            CAPTURE(html);
            REQUIRE(support::StrictHtml::fault_of(html).empty());
        }
    }
}

TEST_CASE("cleaning what was cleaned changes nothing") {
    std::mt19937 random(11);
    for (int round = 0; round < 20000; ++round) {
        const std::string source = random_text(random, html_pieces, 14);
        const std::string once = cleaned(source);
        CAPTURE(source);
        REQUIRE(cleaned(once) == once);
    }
}

TEST_CASE("Markdown without CJK characters gets no marks") {
    prepare_content();
    std::mt19937 random(13);
    for (int round = 0; round < 5000; ++round) {
        const std::string source = random_text(random, markdown_pieces, 30);
        CAPTURE(source);
        REQUIRE(mark_cjk_emphasis(source) == source);
    }
}

TEST_CASE("the marks of CJK emphasis never show") {
    prepare_content();
    std::mt19937 random(17);
    for (int round = 0; round < 5000; ++round) {
        const std::string source = random_text(random, markdown_pieces, 12) + random_text(random, cjk_pieces, 4) +
                                   random_text(random, markdown_pieces, 12) + random_text(random, cjk_pieces, 4);
        const std::string html = markdown_to_html(clean_text(source).text, {});
        CAPTURE(source, html);
        REQUIRE(html.find("\xEF\xB7\x90") == std::string::npos);
        REQUIRE(html.find("%EF%B7%90") == std::string::npos);
    }
}

TEST_CASE("bodies rendered on four threads are those rendered on one") {
    std::vector<std::string> sources;
    std::vector<std::string> expected;
    std::mt19937 random(19);
    for (int count = 0; count < 200; ++count) {
        sources.push_back("~~删~~除 | a |\n|-|-|\n" + random_text(random, markdown_pieces, 40) +
                          random_text(random, cjk_pieces, 9));
        expected.push_back(markdown(sources.back()));
    }
    std::vector<std::vector<std::string>> results(4);
    {
        std::vector<std::jthread> threads;
        for (auto& result : results) {
            threads.emplace_back([&sources, &result] {
                for (const auto& source : sources) result.push_back(markdown(source));
            });
        }
    }
    for (const auto& result : results) REQUIRE(result == expected);
}

}  // namespace
}  // namespace tagwire::content
