#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using yaml::Kind;
using yaml::Value;

namespace {

yaml::Document parse(std::string_view text) { return yaml::parse(text, "a.md", 1, {}); }

Value read(std::string_view text) {
    const yaml::Document document = parse(text);
    for (const Problem& problem : document.problems) UNSCOPED_INFO(to_string(problem));
    CHECK(document.problems.empty());
    return document.root;
}

// The value in the form {a: [b, ~], c: "quoted"}.
std::string shape(const Value& value) {
    std::string text;
    switch (value.kind) {
        case Kind::null: return "~";
        case Kind::scalar: return value.quoted ? '"' + value.scalar + '"' : value.scalar;
        case Kind::list:
            for (const Value& item : value.items) text += (text.empty() ? "" : ", ") + shape(item);
            return '[' + text + ']';
        case Kind::map:
            for (const yaml::Member& member : value.members) {
                text += (text.empty() ? "" : ", ") + member.key + ": " + shape(member.value);
            }
            return '{' + text + '}';
    }
    return text;
}

}  // namespace

TEST_CASE("values come as they are written") {
    const auto [text, expected] = GENERATE(table<std::string_view, std::string_view>({
        {"", "~"},
        {"# nothing\n", "~"},
        {"a: yes\nb: 1.10\nc: 010\nd: 2024-01-02", "{a: yes, b: 1.10, c: 010, d: 2024-01-02}"},
        {"a: ~\nb: null\nc:\nd: NULL\ne: \"null\"", "{a: ~, b: ~, c: ~, d: ~, e: \"null\"}"},
        {"a: 'it''s'\nb: \"\\u4e2d\\n\\\"\"", "{a: \"it's\", b: \"中\n\"\"}"},
        {"a: |\n  one\n  ---\n  two\nb: >-\n  x\n  y", "{a: \"one\n---\ntwo\n\", b: \"x y\"}"},
        {"a: [x, \"y\", [z], {k: v}, ~]", "{a: [x, \"y\", [z], {k: v}, ~]}"},
        {"a:\n- x\n-\n- k: v", "{a: [x, ~, {k: v}]}"},
        {"- a\n- b", "[a, b]"},
        {"题目: 灯 #注\n'键': b#c", "{题目: 灯, 键: b#c}"},
        {"a: !!str 1\nb: &x 2\nc: *x", "{a: \"1\", b: 2, c: 2}"},
        {"a: 1\n---\nb: 2", "{a: 1}"},
        {"a: 1\n...\nb", "{a: 1}"},
        {"\xEF\xBB\xBF"
         "a: 1",
         "{a: 1}"},
    }));
    CHECK(shape(read(text)) == expected);
}

TEST_CASE("every kind of line end ends a line") {
    const std::string_view end = GENERATE(as<std::string_view>{}, "\n", "\r\n", "\r");
    const std::string e(end);
    const Value root = read("a: 1" + e + "b: |" + e + "  x" + e + "  y" + e + "c: 中 z" + e);
    CHECK(shape(root) == "{a: 1, b: \"x\ny\n\", c: 中 z}");
    CHECK(root.members.at(2).mark.line == 5);
}

TEST_CASE("marks count lines from the first one given and columns in code points") {
    const yaml::Document document = yaml::parse("a: x\n题目: [灯, \"b\"]\nc:\n  - k: v\nd:\n", "a.md", 10, {});
    const Value& root = document.root;
    const auto at = [](const yaml::Mark& mark) { return std::pair(mark.line, mark.column); };
    CHECK(at(root.members.at(0).mark) == std::pair<std::size_t, std::size_t>(10, 1));
    CHECK(at(root.members.at(0).value.mark) == std::pair<std::size_t, std::size_t>(10, 4));
    CHECK(at(root.members.at(1).value.mark) == std::pair<std::size_t, std::size_t>(11, 5));
    CHECK(at(root.members.at(1).value.items.at(1).mark) == std::pair<std::size_t, std::size_t>(11, 9));
    CHECK(at(root.members.at(2).value.items.at(0).members.at(0).value.mark) ==
          std::pair<std::size_t, std::size_t>(13, 8));
    CHECK(at(root.members.at(3).value.mark) == std::pair<std::size_t, std::size_t>(14, 1));
}

TEST_CASE("a member is found by its exact key, or without ASCII case") {
    const Value root = read("Tags: a\ntags: b\nÄ: c");
    REQUIRE(root.find("tags") != nullptr);
    CHECK(root.find("tags")->scalar == "b");
    CHECK(root.find("TAGS") == nullptr);
    REQUIRE(root.find_any_case("TAGS") != nullptr);
    CHECK(root.find_any_case("TAGS")->scalar == "b");
    CHECK(root.find_any_case("ä") == nullptr);
}

TEST_CASE("merge keys add what the map does not have") {
    const auto [text, expected] = GENERATE(table<std::string_view, std::string_view>({
        {"d: &d {a: 1, b: 2}\nx:\n  b: 3\n  <<: *d", "{d: {a: 1, b: 2}, x: {b: 3, a: 1}}"},
        {"x: {<<: [{a: 1}, {a: 2, b: 2}], c: 3}", "{x: {c: 3, a: 1, b: 2}}"},
        {"x: {\"<<\": {a: 1}}", "{x: {<<: {a: 1}}}"},
        {"x: {<<: 1}", "{x: {}}"},
    }));
    CHECK(shape(read(text)) == expected);
}

TEST_CASE("of duplicate keys the last one counts, with a warning at its place") {
    const yaml::Document document = parse("title: First\ntags: [a]\ntitle: Second\n");
    CHECK(shape(document.root) == "{tags: [a], title: Second}");
    REQUIRE(document.problems.size() == 1);
    const Problem expected{Severity::warning,
                           "yaml-duplicate-key",
                           "a.md",
                           3,
                           1,
                           "the key \"title\" stands in line 1 already; the last one counts, remove the others"};
    CHECK(document.problems.front() == expected);
}

TEST_CASE("a key with a colon and no value is warned of") {
    const yaml::Document document = parse("\"x:y\":\nurl:z: 1\ncategory:技术");
    REQUIRE(document.problems.size() == 1);
    const Problem& problem = document.problems.front();
    CHECK(problem.code == "yaml-key-with-colon");
    CHECK(problem.severity == Severity::warning);
    CHECK(problem.line == 3);
    CHECK(problem.message.find("write \"category: 技术\"") != std::string::npos);
}

TEST_CASE("a control character becomes a blank, with a warning") {
    const char control = GENERATE('\x01', '\x04', '\x0B', '\x1F');
    const yaml::Document document = parse(std::string("a: 灯 b") + control + "c\nd: e");
    CHECK(shape(document.root) == "{a: 灯 b c, d: e}");
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems.front().code == "yaml-control-character");
    CHECK(document.problems.front().line == 1);
    CHECK(document.problems.front().column == 7);
}

TEST_CASE("the limits are limits") {
    Limits limits;
    limits.yaml_nodes_max = 1000;
    limits.yaml_depth_max = 8;
    const auto refused = [&](const std::string& text) {
        const yaml::Document document = yaml::parse(text, "a.md", 1, limits);
        return document.problems.size() == 1 && document.problems.front().code == "yaml-too-large" &&
               document.root.kind == Kind::null;
    };
    CHECK_FALSE(refused("[[[[[[[[a]]]]]]]]"));
    CHECK(refused("[[[[[[[[[a]]]]]]]]]"));
    std::string many = "[";
    for (int i = 0; i < 990; ++i) many += "a,";
    CHECK_FALSE(refused(many + "]"));
    CHECK(refused(many + "a,a,a,a,a,a,a,a,a,a,a]"));
    CHECK(
        refused("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n"
                "c: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]"));
    CHECK(refused("a: &a \"" + std::string(10'000, 'x') + "\"\nb: [*a, *a, *a, *a, *a, *a]"));
    CHECK(refused("a: &a [[[x]]]\nb: &b [[*a]]\nc: &c [[*b]]\nd: [*c]"));
}
