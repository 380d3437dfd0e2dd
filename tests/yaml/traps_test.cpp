// What yaml-cpp reads in a way of its own, one table a trap.
#include "support/yaml_text.hpp"
#include "yaml/full_parser.hpp"
#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;

namespace {

// The value of `a`, with the codes of all problems.
std::string outcome(const std::string& text) {
    const yaml::Document document = yaml::parse(text, "a.md", 1, {});
    std::string result;
    for (const Problem& problem : document.problems) result += problem.code + ' ';
    const yaml::Value* a = document.root.find("a");
    if (a == nullptr) return result + "nothing";
    return result + (a->kind == yaml::Kind::scalar ? a->scalar : test::to_text(*a));
}

using Row = std::pair<std::string, std::string>;

void check(const Row& row) {
    CAPTURE(row.first);
    CHECK(outcome(row.first) == row.second);
}

}  // namespace

TEST_CASE("a quote that never ends is refused, also where it would swallow the keys below") {
    check(GENERATE(values<Row>({
        {"a: \"A harbour\nweight: 10\nmenu: main", "yaml-unclosed-quote nothing"},
        {"a: \"A harbour", "yaml-unclosed-quote nothing"},
        {"a: 'A harbour\nmenu: main", "yaml-unclosed-quote nothing"},
        {"a: \"A \\\" harbour\"\nmenu: main", "A \" harbour"},
    })));
}

TEST_CASE("a key without a blank behind its colon is warned of, or refused where it spoils the rest") {
    check(GENERATE(values<Row>({
        {"a: b\ncategory:技术", "yaml-key-with-colon b"},
        {"a: b\ncategory:技术\nc: d", "yaml-syntax nothing"},
        {"a: b\ncategory", "yaml-syntax nothing"},
    })));
}

TEST_CASE("the last of duplicate keys counts") {
    check(GENERATE(values<Row>({
        {"a: 1\na: 2", "yaml-duplicate-key 2"},
        {"a: 1\nb: x\na:", "yaml-duplicate-key 3:1 ~"},
        {"a: 1\nA: 2", "1"},
    })));
}

TEST_CASE("merge keys are applied, and anchors have a budget") {
    check(GENERATE(values<Row>({
        {"b: &b {c: 1}\na: *b", "1:4 \n+ 1:8 c: 1:11 plain 1\n}"},
        {"b: &b {a: 1}\n<<: *b", "1"},
        {"a: " + std::string(5000, '['), "yaml-syntax nothing"},
        {"a: " + std::string(65, '[') + std::string(65, ']'), "yaml-too-large nothing"},
    })));
}

TEST_CASE("control characters are blanks where they stand, and themselves where they are escaped") {
    check(GENERATE(values<Row>({
        {"a: x\x01y", "yaml-control-character x y"},
        {"a: \"\\x07\\e\"", "\x07\x1B"},
        {"a: x\xC2\x8Fy", "x\xC2\x8Fy"},
        {std::string("a: x\0y", 6), "encoding nothing"},
    })));
}

TEST_CASE("a surrogate pair is one character, half of one is refused") {
    check(GENERATE(values<Row>({
        {"a: \"\\ud83d\\ude00\"", "😀"},
        {"a: \"x \\uD83D\\uDE00\\n\\ud83c\\udf0a\"", "x 😀\n🌊"},
        {"b: |\n  x\na: \"\\ud83d\\ude00\"", "😀"},
        {"b: |\n  \\ud83d\\ude00\na: \"\\ud83d\\ude00\"", "😀"},
        {"a: |\n  \\ud83d\\ude00\nb: \"\\ud83d\\ude00\"", "\\ud83d\\ude00\n"},
        {"a: \\ud83d\\ude00\nb: \"\\ud83d\\ude00\" # c", "\\ud83d\\ude00"},
        {"a: \"\\\\ud83d\\ude00\"", "yaml-syntax nothing"},
        {"a: \"\\ud83d\"", "yaml-syntax nothing"},
        {"a: \"\\ud83d\\u0041\"", "yaml-syntax nothing"},
        {"a: \"\\ude00\\ud83d\"", "yaml-syntax nothing"},
        {"a: \"\\ud83d\\ude00 \\ud83d\"", "yaml-syntax nothing"},
        {"a: \"\\ud83d\\ude00", "yaml-unclosed-quote nothing"},
    })));
}

TEST_CASE("surrogate pairs leave the columns of what follows as they are") {
    const std::string text = "a: [\"\\ud83d\\ude00\", {b: \"灯 \\ud83d\\ude00\\ud83d\\ude00\", c: d}]";
    CHECK(outcome(text) == "1:4 \n- 1:5 quoted 😀\n- 1:21 \n+ 1:22 b: 1:25 quoted 灯 😀😀\n+ 1:55 c: 1:58 plain d\n}\n]");
}

TEST_CASE("many values with surrogate pairs are read within bounds") {
    std::string text = "a: {";
    for (int i = 0; i < 3000; ++i) text += "\"\\ud83d\\ude00\", ";
    CHECK(outcome(text + "}") == "yaml-syntax nothing");
}

TEST_CASE("octets that are not UTF-8 are refused") {
    check(GENERATE(values<Row>({
        {"a: Caf\xE9", "encoding nothing"},
        {"a: \xC0\xAF", "encoding nothing"},
        {"a: \xED\xA0\x80", "encoding nothing"},
    })));
}

TEST_CASE("scalars stay as they are written") {
    check(GENERATE(values<Row>({
        {"a: yes", "yes"},
        {"a: 1.10", "1.10"},
        {"a: 010", "010"},
        {"a: 2024-01-02", "2024-01-02"},
        {"a: \"null\"", "null"},
        {"a: !!str null", "null"},
    })));
}

TEST_CASE("of several documents the first counts") {
    check(GENERATE(values<Row>({{"a: 1\n---\na: 2", "1"}, {"a: 1\n...\nb", "1"}, {"---\na: 1\n---\n", "1"}})));
}

TEST_CASE("what every reader of YAML refuses is refused") {
    check(GENERATE(values<Row>({
        {"a:\n\tb: c", "yaml-syntax nothing"},
        {"a: b: c", "yaml-syntax nothing"},
        {"a: @b", "yaml-syntax nothing"},
        {"a: `b", "yaml-syntax nothing"},
        {"a: %b", "yaml-syntax nothing"},
        {"a: *b", "yaml-syntax nothing"},
        {"a: [b] c", "yaml-syntax nothing"},
        {"a: 'it's'", "yaml-syntax nothing"},
        {"a: \"\\q\"", "yaml-syntax nothing"},
    })));
}

TEST_CASE("a number sign behind a blank begins a comment, as everywhere") {
    check(GENERATE(values<Row>({{"a: b #c", "b"}, {"a: C# and #b", "C# and"}, {"a: b#c", "b#c"}})));
}
