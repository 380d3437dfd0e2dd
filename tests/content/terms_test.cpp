#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

namespace {

// "categories: a | b; tags: c"
std::string taxonomies(std::string_view front_matter) {
    std::string text;
    for (const TermList& list : read(front_matter).metadata.taxonomies) {
        text += (text.empty() ? "" : "; ") + list.taxonomy + ':';
        for (const std::string& term : list.terms) text += (&term == list.terms.data() ? " " : " | ") + term;
    }
    return text;
}

}  // namespace

TEST_CASE("terms come in every shape") {
    const auto [front_matter, expected] = GENERATE(table<std::string, std::string>({
        {"tags: [one, two]", "tags: one | two"},
        {"tags:\n- one\n- \"two\"", "tags: one | two"},
        {"tags: one two", "tags: one two"},
        {"tags: \"x, y，z、w\"", "tags: x | y | z | w"},
        {"tags: [\"x, y\"]", "tags: x, y"},
        {"tag: b\ntags: a", "tags: a | b"},
        {"category: log\nTAGS: a", "categories: log; tags: a"},
        {"tags:", ""},
        {"tags: []\ncategories: \"\"", ""},
        {"tags: [a, ~, \"\", ' ', b]", "tags: a | b"},
        {"tags: [2024, 3.5, 1.10, 010, true, yes, 2024-01-02]",
         "tags: 2024 | 3.5 | 1.10 | 010 | true | yes | 2024-01-02"},
        {"categories: [[Sea, North], Log]", "categories: Sea | North | Log"},
        {"tags: [x, \"\", \"\"]", "tags: x"},
        {"category: 2024\ntag: true", "categories: 2024; tags: true"},
        {"category: [log, sea]\ntag: \"a, b\"", "categories: log | sea; tags: a | b"},
        {"categories:\n- [Sea, [North, sea]]\n- [Log]", "categories: Sea | North | Log"},
        {"tags: [a: 1, {name: [b, c]}]", "tags: b | c"},
        {"tags: [{name: moon}, {slug: x}, [{Name: sun}]]", "tags: moon | sun"},
        {"tags: {name: moon}", "tags: moon"},
        {"tags: {moon: 1}", ""},
        {"tags: [Go, go, GO, \" go \"]", "tags: Go"},
        {"tags: [\"Café\", \"CAFE\\u0301\", Straße, STRASSE]", "tags: Café | Straße"},
        {"tags: [\"a\\n  b\", \"a&amp;b\", \"x\\by\"]", "tags: a b | a&b | xy"},
        {"tags: [C++, \"C#\", .NET, CI/CD, 中文 标签, 😀, \"..\"]",
         "tags: C++ | C# | .NET | CI/CD | 中文 标签 | 😀 | .."},
        {"taxonomies: {tags: [a], other: [b]}", "tags: a"},
        {"taxonomies: {tags: [b, A]}\ntags: a", "tags: a | b"},
        {"lang: [zh-CN, en]", "lang: zh-CN | en"},
        {"keywords: [a]", ""},
    }));
    CAPTURE(front_matter);
    CHECK(taxonomies(front_matter) == expected);
}

TEST_CASE("taxonomies are those that are configured, in that order") {
    ReadingOptions options = reading_options();
    options.taxonomies = {{"series", {"series"}}, {"authors", {"authors", "author"}}};
    const Read read = read_with_problems("authors: [{name: Lin}]\ntags: a\nSeries: Sea", "a.md", options);
    CHECK(read.article.metadata.taxonomies == std::vector<TermList>{{"series", {"Sea"}}, {"authors", {"Lin"}}});
}

TEST_CASE("terms beyond the limit are left out with one warning") {
    ReadingOptions options = reading_options();
    options.limits.terms_per_article_max = 2;
    const Read read = read_with_problems("tags: [a, b, A, c, d]", "a.md", options);
    CHECK(read.article.metadata.taxonomies == std::vector<TermList>{{"tags", {"a", "b"}}});
    REQUIRE(read.problems.size() == 1);
    CHECK(to_string(read.problems.front()) ==
          "a.md:2:17: warning: only the first 2 terms of a list count; remove the others [too-many-terms]");
}
