#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>
#include <string>

using namespace tagwire;

namespace {

struct Case {
    std::string text;
    std::size_t line;
    std::size_t column;
    std::string code;
    std::string words;  // that the message has
};

Problem error_of(const std::string& text) {
    const yaml::Document document = yaml::parse(text, "a.md", 1, {});
    CHECK(document.root.kind == yaml::Kind::null);
    REQUIRE(document.problems.size() == 1);
    REQUIRE(document.problems.front().severity == Severity::error);
    return document.problems.front();
}

void check(const Case& expected) {
    CAPTURE(expected.text);
    const Problem problem = error_of(expected.text);
    CHECK(problem.code == expected.code);
    CHECK(problem.line == expected.line);
    CHECK(problem.column == expected.column);
    CAPTURE(problem.message);
    CHECK(problem.message.find(expected.words) != std::string::npos);
}

}  // namespace

TEST_CASE("a syntax error names its place and what to write instead") {
    const auto expected = GENERATE(values<Case>({
        {"title: 灯 a: b", 1, 11, "yaml-syntax", R"(must be quoted: title: "灯 a: b")"},
        {"title: say \"x\": b", 1, 15, "yaml-syntax", R"(must be quoted: title: "a: b")"},
        {"title: a\ncategory:技术\ntags: x", 2, 1, "yaml-syntax", R"(write "category: 技术")"},
        {"a: b\n c: d", 2, 3, "yaml-syntax", "same indentation"},
        {"a: b\n- c", 2, 1, "yaml-syntax", "check its indentation"},
        {"  a: 1\n b: 2", 2, 2, "yaml-syntax", "check its indentation"},
        {"- a\nb: c", 2, 1, "yaml-syntax", "check its indentation"},
        {"tags:\n\t- x\ny: 1", 2, 1, "yaml-syntax", "a tab cannot indent"},
        {"a: 1\n\tb: 2", 2, 1, "yaml-syntax", "a tab cannot indent"},
        {"a: @x", 1, 4, "yaml-syntax", R"(cannot begin with @; quote it: a: "@x")"},
        {"a: `x", 1, 4, "yaml-syntax", "cannot begin with `"},
        {"a: %x", 1, 4, "yaml-syntax", "cannot begin with %"},
        {"a: *word*", 1, 4, "yaml-syntax", R"(quote text that begins with it: a: "*word*")"},
        {"a: [x] y", 1, 8, "yaml-syntax", "text follows the end of the value"},
        {"a: 'it's'\nb: 1", 1, 8, "yaml-syntax", "text follows the end of the value"},
        {"a: \"中\\q\"", 1, 6, "yaml-syntax", R"(write \\ for a backslash)"},
        {"a: \"中 \\ud800\"", 1, 7, "yaml-syntax", "surrogate"},
        {"a: \"\\xZZ\"", 1, 5, "yaml-syntax", "no such escape"},
        {"b: 2\na: [x, y\nc: 1", 2, 4, "yaml-syntax", "not closed by ]"},
        {"a: {x: 1\nb: 1", 1, 4, "yaml-syntax", "not closed by }"},
        {"{\n  \"a\": 1\n  \"b\": 2\n}", 3, 6, "yaml-syntax", "a comma or } is missing"},
        {"a: [\"x\" \"y\"]", 1, 9, "yaml-syntax", "a comma or ] is missing"},
        {"a: - b", 1, 4, "yaml-syntax", "a list item must start a line"},
        {"title: {{ page.title }}", 1, 9, "yaml-syntax", "quote it"},
        {"a: &x [1]\n*x : b", 2, 1, "yaml-syntax", "where a key must"},
        {"a: &x [*x]", 1, 8, "yaml-syntax", "stands inside the value"},
        {"a: b\n\nProse goes on.", 3, 1, "yaml-syntax", "no colon follows this key"},
        {"a:\n  b: c\n  d\n", 3, 3, "yaml-syntax", "no colon follows this key"},
        {"a: &", 1, 5, "yaml-syntax", "this is not YAML"},
        {std::string("a: b\0c", 6), 1, 5, "encoding", "half written"},
        {"a: 灯\nb: 灯\xE9t", 2, 5, "encoding", "not UTF-8"},
        {"a: \xEF\xBF\xBD\xC0\xAF", 1, 5, "encoding", "not UTF-8"},
    }));
    check(expected);
}

TEST_CASE("a quotation mark that is never closed is named where it opens") {
    const auto expected = GENERATE(values<Case>({
        {"title: \"Creating a Theme\nweight: 10\nmenu: main", 1, 8, "yaml-unclosed-quote", "closing"},
        {"title: 'a\nweight: 1", 1, 8, "yaml-unclosed-quote", "closing"},
        {"x: 灯\n  # c\ny: \"", 3, 4, "yaml-unclosed-quote", "closing"},
        {"title: \"a\nsummary: \"b\"\nx: 1", 1, 8, "yaml-unclosed-quote", "closing"},
        {"title: \"a\nsummary: \"\"\nx: 1", 1, 8, "yaml-unclosed-quote", "closing"},
        {"Title: \"a\nDate: \"b\"\n", 1, 8, "yaml-unclosed-quote", "closing"},
        {"q: \"a\nname: x\"\nz: 1", 1, 4, "yaml-unclosed-quote", "closing"},
        {"m:\n  q: &a \"a\n  name: x\"\nz: 1", 2, 9, "yaml-unclosed-quote", "closing"},
        {"tags: [\"a\", \"b]\ndate: 2024-01-01", 1, 13, "yaml-unclosed-quote", "closing"},
        {"\"", 1, 1, "yaml-unclosed-quote", "closing"},
    }));
    check(expected);
}

TEST_CASE("a quoted value may go on in the next line") {
    const std::string text =
        GENERATE(as<std::string>{}, "a: \"x\n  y\"", "a: 'x\n\n  y: z'\nb: 1", "a: \"x\n  key: y\"\nb: 1",
                 "a: \"x\nNote: y\"\nb: 1", "a: \"x\\\n  y\"", "a: \"\\\"\"\nb: ''''");
    CAPTURE(text);
    CHECK(yaml::parse(text, "a.md", 1, {}).problems.empty());
}

TEST_CASE("any text gives a document or an error with a place in the text") {
    const std::string seed =
        "title: \"灯 \\u706f\"\ntags: [a, 'b', {c: d}]\n# note\nx: &x\n  - 1\n  - *x\ny: |\n  z\n"
        "<<: *x\n? k\n: v\n---\n...\n";
    const std::string alphabet =
        "\"'[]{}:,-?&*!|>%@`#\\ \n\r\t\x01"
        "axu0\xE7\x81\xAF";
    std::mt19937 random(20250210);
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed;
        for (std::size_t edits = random() % 6 + 1; edits > 0; --edits) {
            const std::size_t at = random() % text.size();
            if (random() % 3 == 0) text.erase(at, random() % 20);
            text.insert(std::min(at, text.size()), 1, alphabet[random() % alphabet.size()]);
        }
        const yaml::Document document = yaml::parse(text, "a.md", 1, {});
        const auto lines = static_cast<std::size_t>(
                               std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; })) +
                           1;
        CAPTURE(text);
        for (const Problem& problem : document.problems) {
            CAPTURE(to_string(problem));
            REQUIRE(problem.line >= 1);
            REQUIRE(problem.line <= lines);
            REQUIRE(problem.column >= 1);
            REQUIRE_FALSE(problem.message.empty());
        }
        if (has_error(document.problems)) REQUIRE(document.root.kind == yaml::Kind::null);
    }
}
