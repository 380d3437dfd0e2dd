#include "content/shortcodes.hpp"
#include "rendering.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

using Cases = std::vector<std::pair<std::string, std::string>>;

void check_markdown(const Cases& cases) {
    for (const auto& [source, html] : cases) {
        CAPTURE(source);
        CHECK(markdown(source) == html);
    }
}

std::string html_body(std::string_view source) {
    prepare_content();
    return render_body(source, {BodyFormat::html, page_url, "", true}).html;
}

TEST_CASE("tags of templates go, what a pair of them encloses stays") {
    check_markdown({
        {"a {{< icon sea >}} b", "<p>a  b</p>\n"},
        {"{{% note %}}\nthe **tide**\n{{% /note %}}", "<p>the <strong>tide</strong></p>\n"},
        {"{{<kbd>}}Ctrl{{</kbd>}}", "<p>Ctrl</p>\n"},
        {"{{< details summary=\"a\n b\" />}}c", "<p>c</p>\n"},
        {"a {% if x %}b{% else %}c{% endif %} d", "<p>a bc d</p>\n"},
        {"a{%- assign x = 1 -%}b", "<p>ab</p>\n"},
        {"a {{ page.title | upcase }} b {{x}}", "<p>a  b</p>\n"},
        {"_{{ page.date }}_ x{{a}}", "<p>__ x</p>\n"},
        {"a {# a note #} b", "<p>a  b</p>\n"},
        {"{% note(kind=\"x\") %}\ninside\n{% end %}", "<p>inside</p>\n"},
        {"{% comment %}\nhidden {{ x }}\n{% endcomment %}\nshown", "<p>shown</p>\n"},
        {"a{% raw %}{{ x }} {% y %}{% endraw %}b", "<p>a{{ x }} {% y %}b</p>\n"},
        {"{{</* note */>}} {{%/* x */%}}", "<p>{{&lt; note &gt;}} {{% x %}}</p>\n"},
    });
}

TEST_CASE("what only looks like a tag stays") {
    const std::string source =
        GENERATE(as<std::string>{}, "a {{ b", "a }} b {{", "{{", "{%", "x {{1}} y", "\\frac{{a}}{b}", "x^{{a}} x_{{b}}",
                 "\\newcommand{%}", "{{}}", "{{ }}", "{ {x} }", "{{< a\n\nb >}}", "a {{{{{{ b", "{% 5 %}", "a {#b",
                 "{x: {y: 1}}", "{#id} then", "{.x", "[[ -f x ]]", "[[", "[[]]", "[[a", "see [[1]]");
    CAPTURE(source);
    const std::string expected = source == "{{< a\n\nb >}}" ? "{{< a b >}}" : source;
    CHECK(plain_text(markdown(source)) == expected);
}

TEST_CASE("within code everything stays as it is written") {
    const std::string code = GENERATE(as<std::string>{}, "{{< x >}} {{ y }} {% z %}", "{% raw %}", "[[a|b]] {#id}");
    CAPTURE(code);
    CHECK(plain_text(markdown("see `" + code + "` there")) == "see " + code + " there");
    CHECK(plain_text(markdown("``a ` " + code + "`` `")) == "a ` " + code + " `");
    CHECK(plain_text(markdown("```go\n" + code + "\n```\n")) == code);
    CHECK(plain_text(markdown("> ~~~~\n> ~~~\n> " + code + "\n> ~~~~\n")) == "~~~ " + code);
    CHECK(plain_text(markdown("1. a\n\n   ```\n   " + code + "\n   ```\n")) == "a " + code);
    CHECK(plain_text(markdown("- ```\n  " + code + "\n  ```\n")) == code);
    CHECK(plain_text(markdown("a\n\n    " + code + "\n    " + code + "\n")) == "a " + code + " " + code);
    CHECK(plain_text(markdown("<pre>\n" + code + "\n</pre>\n")) == code);
    CHECK(plain_text(html_body("<CODE class=x>" + code + "</CODE>")) == code);
    CHECK(markdown("a<!-- " + code + " -->b") == "<p>ab</p>\n");
}

TEST_CASE("code that ends lets tags go again") {
    check_markdown({
        {"```\na\n```\n{{< x >}}b", "<pre><code>a\n</code></pre>\n<p>b</p>\n"},
        {"`a` {{ x }}b `c`", "<p><code>a</code> b <code>c</code></p>\n"},
        {"` {{ x }}\n\n`", "<p>`</p>\n<p>`</p>\n"},
        {"- a\n\n    b {{ x }}c", "<ul>\n<li>\n<p>a</p>\n<p>b c</p>\n</li>\n</ul>\n"},
        {"a\n    b {{ x }}c", "<p>a\nb c</p>\n"},
        {"\\`{{ x }}\\`", "<p>``</p>\n"},
    });
}

TEST_CASE("tags for code and quotations become code and quotations") {
    check_markdown({
        {"{% highlight ruby linenos %}\nputs {{ x }} < *1*\n\n{% endhighlight %}\nb",
         "<pre><code>puts {{ x }} &lt; *1*\n\n</code></pre>\n<p>b</p>\n"},
        {"{{< highlight go \"linenos=table\" >}}\na\n{{< /highlight >}}", "<pre><code>a\n</code></pre>\n"},
        {"{% codeblock Title lang:js %}\n```\n{% endcodeblock %}\n*b*",
         "<pre><code>```\n</code></pre>\n<p><em>b</em></p>\n"},
        {"a {{< code >}}x{{< /code >}} b", "<p>a</p>\n<pre><code>x</code></pre>\n<p>b</p>\n"},
        {"{% highlight c %}\nnever *closed*", "<p>never <em>closed</em></p>\n"},
        {"{% blockquote Ada, Tides %}\nthe *sea*\n{% endblockquote %}\nb",
         "<blockquote>\n<p>the <em>sea</em></p>\n</blockquote>\n<p>b</p>\n"},
    });
}

TEST_CASE("tags for images, videos and links become what can be told of them") {
    check_markdown({
        {"{{< figure src=\"/a b.png\" alt=\"A <i>\" >}}\n*b*",
         "<img src=\"https://site.example/a%20b.png\" alt=\"A &lt;i&gt;\">\n<p><em>b</em></p>\n"},
        {"{{< figure src=\"a.png\" caption=\"The sea\" >}}",
         "<figure><img src=\"https://site.example/posts/one/a.png\" alt=\"\"><figcaption>The sea</figcaption></figure>\n"},
        {"{% img left /i/a.png 100 'x' %}", "<img src=\"https://site.example/i/a.png\" alt=\"\">\n"},
        {"{% asset_img a.png A title %}", "<img src=\"https://site.example/posts/one/a.png\" alt=\"\">\n"},
        {"{{< youtube dQw4_x-1 >}}",
         "<p><a href=\"https://www.youtube.com/watch?v=dQw4_x-1\">"
         "https://www.youtube.com/watch?v=dQw4_x-1</a></p>\n"},
        {"{{ vimeo(id=\"a%b/\") }}", "<p><a href=\"https://vimeo.com/a%25b/\">https://vimeo.com/a%25b/</a></p>\n"},
        {"{% gist ada/1234 %}",
         "<p><a href=\"https://gist.github.com/ada/1234\">https://gist.github.com/ada/1234</a></p>\n"},
        {"{{< tweet user=\"ada\" id=\"1\" >}}",
         "<p><a href=\"https://twitter.com/ada/status/1\">https://twitter.com/ada/status/1</a></p>\n"},
        {"{{< tweet 1 >}}a{{< youtube >}}b{{< figure >}}", "<p>ab</p>\n"},
        {"see {% post_link tides The tides %}", "<p>see The tides</p>\n"},
    });
}

TEST_CASE("an address that a tag gives leaves the link's text, one that it only begins is of the site") {
    check_markdown({
        {"[the tides]({{< ref \"tides.md\" >}}), [b]({{< relref \"b.md#c\" >}}#d \"e\")", "<p>the tides, b</p>\n"},
        {"[a]({% post_url 2024-01-02-a %}) [b]({{ site.baseurl }}{% link _posts/b.md %})", "<p>a b</p>\n"},
        {"[a](<{% link a.md %}>) [b][r]\n\n[r]: {{ page.url }}\n", "<p>a b</p>\n"},
        {"[a]({{ site.baseurl }}/x) ![b]({{ site.url }}{{ site.baseurl }}/b.png)",
         "<p><a href=\"https://site.example/x\">a</a> <img src=\"https://site.example/b.png\" alt=\"b\"></p>\n"},
        {"![a]({{ '/a.png' | relative_url }}) ![b]({{ page.cover }})",
         "<p><img src=\"https://site.example/a.png\" alt=\"a\"> b</p>\n"},
    });
    CHECK(
        html_body(
            "<a href=\"{% url x %}\">a</a> <a href='{{ \"/b\" | absolute_url }}'>b</a> <img src=\"{{ c }}\" alt=c>") ==
        "a <a href=\"https://site.example/b\">b</a> c");
}

TEST_CASE("a line of statements goes with its end, so that it splits no table and no HTML") {
    check_markdown({
        {"|a|\n|-|\n{% for x in y %}\n|{{ x }}b|\n{% endfor %}\n|c|",
         "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>b</td>\n</tr>\n<tr>\n<td>c</td>\n</tr>\n</tbody>\n</table>\n"},
        {"<ul>\n{% for x in y %}\n    <li>a</li>\n{% endfor %}\n</ul>", "<ul>\n    <li>a</li>\n</ul>\n"},
        {"a\n{{< note >}}\nb\n{{< /note >}}\nc", "<p>a</p>\n<p>b</p>\n<p>c</p>\n"},
    });
    CHECK(html_body("<ul>{% for p in x %}<li>{{ p }}a</li>{% endfor %}</ul>") == "<ul><li>a</li></ul>");
}

}  // namespace
}  // namespace tagwire::content
