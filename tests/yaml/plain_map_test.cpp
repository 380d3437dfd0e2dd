#include "yaml/plain_map.hpp"

#include "support/yaml_text.hpp"
#include "yaml/full_parser.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <random>
#include <string>

using namespace tagwire;

namespace {

// Whether the plain reader answers; if so, its answer is yaml-cpp's.
bool agrees(const std::string& text) {
    const auto plain = yaml::read_plain_map(text, 7, {});
    if (!plain) return false;
    CAPTURE(text);
    const yaml::Document full = yaml::parse_fully(text, "a.md", 7, {});
    for (const Problem& problem : full.problems) UNSCOPED_INFO(to_string(problem));
    REQUIRE(full.problems.empty());
    REQUIRE(test::to_text(*plain) == test::to_text(full.root));
    return true;
}

// Of each set of choices the second half is what the plain reader should leave alone.
class Generator {
  public:
    explicit Generator(unsigned seed) : random_(seed) {}

    std::string document() {
        odd_ = pick(2) == 0;
        std::string text;
        for (std::size_t members = pick(6) + 1; members > 0; --members) text += member(0, pick(4) == 0 ? 2 : 1);
        return text;
    }

  private:
    std::size_t pick(std::size_t count) { return random_() % count; }

    template <std::size_t count>
    std::string one_of(const std::array<const char*, count>& choices) {
        return choices[pick(odd_ ? count : count / 2)];
    }

    std::string member(std::size_t indentation, std::size_t depth) {
        const std::string name = one_of<8>({"title", "b_c", "Tags", "x-1", "", "null", "1a", "灯"});
        const std::string key = std::string(indentation, ' ') + name + std::to_string(pick(100)) + ':';
        if (depth > 1 && pick(2) == 0) {
            std::string text = key + end();
            for (std::size_t members = pick(3); members > 0; --members) text += member(indentation + 2, depth - 1);
            return text;
        }
        if (pick(3) == 0) return key + end() + list(indentation + pick(3));
        return key + one_of<4>({" ", "  ", "\t", ""}) + value() + end();
    }

    std::string list(std::size_t indentation) {
        std::string text;
        for (std::size_t items = pick(4); items > 0; --items) {
            text += std::string(indentation, ' ') + one_of<4>({"- ", "-   ", "-", "? "}) + value() + end();
        }
        return text;
    }

    std::string value() {
        if (pick(8) != 0) return scalar();
        std::string text = "[";
        for (std::size_t items = pick(4); items > 0; --items) {
            text += scalar() + (items == 1 ? "" : one_of<4>({", ", " ,", ",,", " "}));
        }
        return text + "]";
    }

    std::string scalar() {
        return one_of<32>({"plain",
                           "灯 船",
                           "2024-01-02 03-04",
                           "1.10",
                           "~",
                           "null",
                           "C++",
                           "''",
                           "\"灯\"",
                           "'a''b'",
                           "\"\"",
                           "\"a\\n\\\"\\u706f\"",
                           "/a/b=c",
                           "(x) y",
                           "\xC2\xA0 a",
                           "\"\\ud83d\\ude00\"",
                           "a: b",
                           "a #b",
                           "\"\\q\"",
                           "\"a",
                           "- a",
                           "-1",
                           "@x",
                           "https://x.y/#z",
                           "[a]",
                           "{a: 1}",
                           "*a",
                           "&a b",
                           "|",
                           "a:",
                           "'''",
                           "\"x\" y"});
    }

    std::string end() {
        return one_of<10>({"\n", "\r\n", " \n", "\n\n", "\n  # c\n", " # c\n", "\n  x\n", "\r", "", "\n---\n"});
    }

    std::mt19937 random_;
    bool odd_ = false;
};

}  // namespace

TEST_CASE("plain front matter is read without yaml-cpp, and as by it") {
    const std::string text =
        GENERATE(as<std::string>{}, "a: b", "a: b\n", "a:\n", "# c\n\na: 1\n  # c\nb: 2\n",
                 "title: \"渡口\"\ndate: '2025-02-10'\ntags:\n  - x\n  - \"y\"\n", "tags:\n- x\n- y\nb: c\n",
                 "a: [x, \"灯\", 'z' , 2024-01-01]\nb: []\n", "a: \"\\ud83d\\ude00 \\u706f \\\" \\\\ \\/ \\n\\t\\r\"\n",
                 "cover:\n  image: a\n  size:\n    - 1\nx: ~\n", "a: https://example.org/?q=a:b\r\nb: it's, [so]\r\n");
    CAPTURE(text);
    CHECK(agrees(text));
}

TEST_CASE("what is not unmistakably plain is left to yaml-cpp") {
    const std::string text = GENERATE(
        as<std::string>{}, "", "# c\n", "a", "a: b: c", "a: b:", "a:b", "a : b", "a: b #c", "a: b\n  c",
        "a: \"b\n  c\"", "a: \"b\" c", "a: \"\\x41\"", "a: \"\\ud83d\"", "a: |\n  b", "a: &x b", "a: *x", "a: !!str b",
        "a: {b: c}", "a: [b, [c]]", "a: [b: c]", "a: [b", "a: [b,\n  c]", "a: - b", "- a\n- b", "? a\n: b", "<<: a",
        "a: b\na: c", "\"a\": b", "null: b", "a:\tb", "a: b\x01", "a: b\rc: d", "a: \xFF", "  a: b", "a: b\n c: d",
        "a:\n  - - b", "a:\n  - b: c", "a:\n  -\n", "---\na: b", "a: b\n---\n", "a: b\n...\n", "%a: b", "a: @b");
    CAPTURE(text);
    CHECK_FALSE(yaml::read_plain_map(text, 1, {}));
}

TEST_CASE("whenever the plain reader answers, yaml-cpp gives the same answer") {
    Generator generator(20250210);
    int answered = 0;
    for (int round = 0; round < 10'000; ++round) answered += agrees(generator.document()) ? 1 : 0;
    CHECK(answered > 1'000);
}
