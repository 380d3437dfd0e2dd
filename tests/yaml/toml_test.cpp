#include "support/yaml_text.hpp"
#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using yaml::Kind;
using yaml::Value;

namespace {

Value read(std::string_view text) {
    const yaml::Document document = yaml::parse_toml(text, "a.md", 1, {});
    for (const Problem& problem : document.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(document.problems.empty());
    return document.root;
}

std::string refusal(std::string_view text, const Limits& limits = {}) {
    const yaml::Document document = yaml::parse_toml(text, "a.md", 1, limits);
    CHECK(document.root.kind == Kind::null);
    REQUIRE(document.problems.size() == 1);
    return to_string(document.problems.front());
}

struct Case {
    std::string text;
    std::string place;  // line:column
    std::string words;  // that the message has
};

}  // namespace

TEST_CASE("a TOML scalar comes as it is written") {
    const std::string text = GENERATE(as<std::string>{}, "1.10", "0x1F", "1_000", "-17", "+1e3", "inf", "true", "false",
                                      "2024-02-01", "2024-02-01T08:00:00", "2024-02-01 08:00:00.123456",
                                      "2024-02-01T08:00:00Z", "1979-05-27 07:32:00-07:00", "07:32:00");
    const Value root = read("\"灯\" = [\"灯\", " + text + "] # note\nb = " + text + "   \n");
    REQUIRE(root.members.size() == 2);
    for (const Value& value : {root.members[0].value.items.at(1), root.members[1].value}) {
        CHECK(value.kind == Kind::scalar);
        CHECK(value.scalar == text);
        CHECK_FALSE(value.quoted);
    }
}

TEST_CASE("TOML strings of every kind are quoted text") {
    const auto [text, expected] = GENERATE(table<std::string_view, std::string_view>({
        {R"("")", ""},
        {R"("灯 \u706f \U0001F600 \"")", "灯 灯 😀 \""},
        {R"('C:\x "y"')", R"(C:\x "y")"},
        {"\"\"\"\na\n +++ b\\\n  c\"\"\"", "a\n +++ bc"},
        {"'''it's'''", "it's"},
        {R"("2024-02-01")", "2024-02-01"},
        {R"("null")", "null"},
    }));
    const Value root = read("a = " + std::string(text));
    CHECK(root.members.at(0).value.scalar == expected);
    CHECK(root.members.at(0).value.quoted);
}

TEST_CASE("TOML tables are maps in the file's order, with the places of keys and values") {
    CHECK(test::to_text(yaml::parse_toml("z = '灯'\r\n\r\n[taxonomies]\r\ntags = [\"灯\", 'b']\r\n[extra.a]\nx.y = 1\n"
                                         "[[m]]\nn = { q = 2, b = 3 }",
                                         "a.md", 10, {})
                            .root) ==
          "10:1 \n"
          "+ 10:1 z: 10:5 quoted 灯\n"
          "+ 12:2 taxonomies: 12:1 \n"
          "+ 13:1 tags: 13:8 \n"
          "- 13:9 quoted 灯\n"
          "- 13:14 quoted b\n"
          "]\n}\n"
          "+ 14:2 extra: 14:1 \n"
          "+ 14:8 a: 14:1 \n"
          "+ 15:1 x: 15:1 \n"
          "+ 15:3 y: 15:7 plain 1\n"
          "}\n}\n}\n"
          "+ 16:3 m: 16:1 \n"
          "- 16:1 \n"
          "+ 17:1 n: 17:5 \n"
          "+ 17:7 q: 17:11 plain 2\n"
          "+ 17:14 b: 17:18 plain 3\n"
          "}\n}\n]\n}");
}

TEST_CASE("every kind of line end ends a line of TOML") {
    const std::string_view end = GENERATE(as<std::string_view>{}, "\n", "\r\n", "\r");
    const std::string e(end);
    const Value root = read("a = 1" + e + "# c" + e + "b = 2" + e);
    CHECK(test::to_text(root.members.at(1).value) == "3:5 plain 2");
}

TEST_CASE("nothing at all is an empty table") {
    const Value root = read(GENERATE(as<std::string_view>{}, "", "\n", "# c", "\xEF\xBB\xBF"));
    CHECK(root.kind == Kind::map);
    CHECK(root.members.empty());
}

TEST_CASE("a TOML error names its place and what to write instead") {
    const auto expected = GENERATE(values<Case>({
        {"a = ", "1:5", "ends within a value"},
        {"a = 灯", "1:5", "put text in double quotes"},
        {"a = tru\n", "1:8", "put text in double quotes"},
        {"a = 1\n\na = 2\n", "3:5", "remove one of the two"},
        {"[a]\n[a]\n", "2:1", "remove one of the two"},
        {"a.b = 1\na = 2", "2:5", "remove one of the two"},
        {"a = \"x\nb = 1", "1:7", "does not end in its line"},
        {"灯 = 1", "1:1", "this is not TOML"},
        {"title: x", "1:6", "must be followed by ="},
        {"a = \"\\q\"", "1:7", "no such escape"},
        {"a = 08", "1:7", "in double quotes if it is text"},
        {"a = 2024-13-01", "1:12", "no date of TOML"},
        {"a = 2024-02-30", "1:15", "no date of TOML"},
        {"a = [1,\n", "1:9", "close each ["},
        {"a = '1' b = 2", "1:9", "this is not TOML"},
        {"a = \x01", "1:5", "this is not TOML"},
    }));
    CAPTURE(expected.text);
    const std::string message = refusal(expected.text);
    CAPTURE(message);
    CHECK(message.starts_with("a.md:" + expected.place + ": error: "));
    CHECK(message.find(expected.words) != std::string::npos);
    CHECK(message.ends_with("[toml-syntax]"));
}

TEST_CASE("TOML must be UTF-8 without NUL") {
    CHECK(refusal("a = 1\nb = \"灯\xE9\"") ==
          "a.md:2:7: error: this is not UTF-8; save the file in that encoding [encoding]");
    CHECK(refusal(std::string_view("a = 1\n\0", 7)) ==
          "a.md:2:1: error: a NUL character stands here; is the file half written? [encoding]");
}

TEST_CASE("TOML has limits of nesting and size") {
    Limits limits;
    limits.yaml_depth_max = 8;
    limits.yaml_nodes_max = 100;
    const auto repeat = [](std::string_view part, std::size_t count) {
        std::string text;
        for (; count > 0; --count) text += part;
        return text;
    };
    CHECK(
        yaml::parse_toml("a = \"" + repeat(".[", 50) + "\" # " + repeat(".[", 50), "a.md", 1, limits).problems.empty());
    CHECK(yaml::parse_toml("a = " + repeat("[", 7) + repeat("]", 7), "a.md", 1, limits).problems.empty());
    for (const std::string& text :
         {"a = " + repeat("[", 9), "a = " + repeat("[", 100'000), "a = " + repeat("{a=", 100'000),
          repeat("a.", 9) + "b = 1", repeat("a.", 100'000) + "b = 1", "[" + repeat("\"a\".", 100'000) + "b]",
          "a = [" + repeat("1,", 101) + "]", std::string("[a.b.c.d.e.f.g.h]\ni.j.k = 1")}) {
        CHECK(refusal(text, limits).ends_with("[toml-too-large]"));
    }
}
