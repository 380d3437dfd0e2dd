#include "rendering.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

std::string summary(std::string_view source, BodyFormat format = BodyFormat::markdown) {
    prepare_content();
    return summary_of(source, {format, 300, {}});
}

TEST_CASE("the summary is what stands before the more mark, of either spelling") {
    CHECK(summary("# Title\n\nIntro *one*.\n\nIntro two.\n<!--more-->\nRest") == "Title Intro one. Intro two.");
    CHECK(summary("甲。\n\n<!-- more -->\n\n乙") == "甲。");
    CHECK(summary("<p>a</p><!--more--><p>b</p>", BodyFormat::html) == "a");
    CHECK(summary("first <!-- note -->\n\nsecond") == "first");
}

TEST_CASE("a summary has no shortcodes") {
    CHECK(summary("{{< toc >}}\n\n{% include a.html %}\n\nIntro {{< icon x >}}ends {{ here }}.\n\nRest") ==
          "Intro ends .");
    CHECK(summary("{{% lead %}}\nIntro.\n<!--more-->\n{{% /lead %}}\nRest") == "Intro.");
    CHECK(summary("<p>{{ a }}</p><p>b {% c %}</p>", BodyFormat::html) == "b");
    CHECK(summary("{% highlight c %}\nint x;\n{% endhighlight %}\n\nIntro.") == "Intro.");
}

TEST_CASE("without a mark, or with nothing before it, it is the first paragraph with text") {
    CHECK(summary("# Title\n\n![a](b.png)\n\nFirst **paragraph**.\n\nSecond.") == "First paragraph.");
    CHECK(summary("<!--more-->\n\nFirst.\n\nSecond.") == "First.");
    CHECK(summary("**【要点】**模型发布，\n效果很好。\n\n第二段") == "【要点】模型发布，效果很好。");
    CHECK(summary("Fact[^1].\n\n[^1]: note") == "Fact.");
    CHECK(summary("<h1>T</h1><pre>code</pre><p><img src=x></p><p>Text</p>", BodyFormat::html) == "Text");
}

TEST_CASE("links that are defined later are links in the summary") {
    const std::string rest = std::string(3000, 'x') + "\n\n[ref]: https://a.example/\n[^1]: note\n";
    CHECK(summary("See [this][ref].\n\n" + rest) == "See this.");
    CHECK(summary("See [this][ref][^1].\n\n<!--more-->\n\n" + rest) == "See this.");
}

TEST_CASE("a long first paragraph is not cut at the first look") {
    const std::string link = "[a](https://a.example/" + std::string(2500, 'x') + ")";
    CHECK(summary("One " + link + "\ntwo\n\nthree") == "One a two");
    CHECK(summary("<p>One <a href=https://a.example/" + std::string(2500, 'x') + ">a</a> two</p>", BodyFormat::html) ==
          "One a two");
}

TEST_CASE("without paragraphs it is all of the text") {
    CHECK(summary("- one\n- two") == "one two");
    CHECK(summary("<div>a</div><div>b</div>", BodyFormat::html) == "a b");
    CHECK(summary("![a](b.png)").empty());
    CHECK(summary("").empty());
}

TEST_CASE("it is cut between graphemes") {
    std::string text;
    for (int count = 0; count < 400; ++count) text += "字";
    const std::string short_text = summary(text);
    CHECK(short_text.ends_with("字…"));
    CHECK(short_text == shorten(text, 300));
    CHECK(summary_of("ab", {BodyFormat::markdown, 1, {}}) == shorten("ab", 1));
}

TEST_CASE("only the beginning of a long article is read") {
    std::string text = "![a](b.png)\n\n";
    while (text.size() < 20000) text += "> ![a](b.png)\n\n";
    CHECK(summary(text + "late").empty());
    CHECK_FALSE(summary(std::string(40000, 'x')).empty());
}

}  // namespace
}  // namespace tagwire::content
