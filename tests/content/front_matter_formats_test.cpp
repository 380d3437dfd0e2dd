#include "content/front_matter.hpp"
#include "support/yaml_text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using namespace tagwire::content;

namespace {

constexpr std::size_t octets_max = 1000;

FrontMatter find(std::string_view file) { return find_front_matter(file, {octets_max}); }

yaml::Document parse(std::string_view file) { return parse_front_matter(find(file), "a.md", {}); }

struct Case {
    std::string file;
    std::string text;
    std::string body;
    std::size_t first_line = 2;
};

void check(const Case& expected, FrontMatterFormat format) {
    CAPTURE(expected.file);
    const FrontMatter found = find(expected.file);
    CHECK(found.format == format);
    REQUIRE(found.closed);
    CHECK(found.text == expected.text);
    CHECK(expected.file.substr(found.body_offset) == expected.body);
    CHECK(found.first_line == expected.first_line);
}

}  // namespace

TEST_CASE("TOML stands between lines of plus signs") {
    const auto expected = GENERATE(values<Case>({
        {"+++\na = 1\n+++\nbody", "a = 1\n", "body"},
        {"+++\na = 1\n+++", "a = 1\n", ""},
        {"+++\n+++\nbody", "", "body"},
        {"+++ \t\r\na = 1\r\n+++ \r\nbody", "a = 1\r\n", "body"},
        {"+++\ra = 1\r+++\rbody", "a = 1\r", "body"},
        {"\xEF\xBB\xBF\n\n +++\na = 1\n+++\nbody", "a = 1\n", "body", 4},
        {"+++\na = 1\n+++text\nbody", "a = 1\n", "text\nbody"},
        {"+++\na = 1\n+++++\nbody", "a = 1\n", "body"},
        {"+++\na = '''\nx +++\n +++\n'''\n+++\nbody", "a = '''\nx +++\n +++\n'''\n", "body"},
        {"+++\na = '''\n...\n---\n'''\n+++\nbody", "a = '''\n...\n---\n'''\n", "body"},
    }));
    check(expected, FrontMatterFormat::toml);
}

TEST_CASE("JSON ends at the brace that closes its first one") {
    const auto expected = GENERATE(values<Case>({
        {"{\"a\": 1}\nbody", "{\"a\": 1}", "body", 1},
        {"{\"a\": 1}", "{\"a\": 1}", "", 1},
        {"{}\n\nbody", "{}", "\nbody", 1},
        {"{ \r\n\t\"a\": [{\"b\": {}}]\r\n}\t\r\nbody", "{ \r\n\t\"a\": [{\"b\": {}}]\r\n}", "body", 1},
        {"{\"a\": \"}\\\"}\\\\\"}\nbody", "{\"a\": \"}\\\"}\\\\\"}", "body", 1},
        {"{\"a\": 1} body\n", "{\"a\": 1}", " body\n", 1},
        {"\xEF\xBB\xBF\r\n {\"a\": 1}\rbody", " {\"a\": 1}", "body", 2},
        {"{\n\"a\": 1\n}\n---\nbody", "{\n\"a\": 1\n}", "---\nbody", 1},
    }));
    check(expected, FrontMatterFormat::json);
}

TEST_CASE("TOML and JSON without an end, or with one too far away, are not closed") {
    const auto [file, message] = GENERATE(table<std::string, std::string>({
        {"\n+++\na = 1\n", "a.md:2:1: error: the front matter that opens here is not closed; end it with a line +++"},
        {"+++\n" + std::string(octets_max, '#') + "\n+++\n", "end it with a line +++"},
        {"+++\na = 1\n---\n", "end it with a line +++"},
        {"\n{\n\"a\": 1\n", "a.md:2:1: error: the front matter that opens here is not closed; end it with the } that"},
        {"{\"a\": \"}\n", "end it with the }"},
        {"{\"a\": [}\n", "end it with the }"},
        {"{\"a\": \"" + std::string(octets_max, '#') + "\"}\n", "end it with the }"},
    }));
    CAPTURE(file);
    const yaml::Document document = parse(file);
    REQUIRE(document.problems.size() == 1);
    CHECK(document.problems.front().code == "front-matter-unclosed");
    CHECK(to_string(document.problems.front()).find(message) != std::string::npos);
}

TEST_CASE("TOML keeps the line numbers of its file") {
    CHECK(test::to_text(parse("\n+++\r\ntitle = '灯'\r\ndate = 2024-02-01T08:00:00\r\n+++\r\n").root) ==
          "3:1 \n+ 3:1 title: 3:9 quoted 灯\n+ 4:1 date: 4:8 plain 2024-02-01T08:00:00\n}");
    CHECK(to_string(parse("\n+++\na = 1\nb = x\n+++\n").problems.at(0)) ==
          "a.md:4:5: error: this is no value of TOML; put text in double quotes [toml-syntax]");
}

TEST_CASE("JSON keeps the line numbers of its file") {
    const yaml::Document document = parse(
        "\n{\n\t\"title\": \"\\u706f \\ud83d\\ude00 a\\/b\",\t\"n\":null,\n\t\"tags\":[\"\\ud83c\\udf0a\", 1.10],\n\t\"m\": "
        "{\"x\":true}\n}\n");
    CHECK(document.problems.empty());
    CHECK(test::to_text(document.root) ==
          "2:1 \n"
          "+ 3:2 title: 3:11 quoted 灯 😀 a/b\n"
          "+ 3:39 n: 3:39 ~\n"
          "+ 4:2 tags: 4:9 \n"
          "- 4:10 quoted 🌊\n"
          "- 4:26 plain 1.10\n"
          "]\n"
          "+ 5:2 m: 5:7 \n"
          "+ 5:8 x: 5:12 plain true\n"
          "}\n}");
}

TEST_CASE("an error in JSON is named at its place") {
    const auto [file, place] = GENERATE(table<std::string, std::string>({
        {"{\"a\": \"\\ud800\"}\n", "a.md:1:8: error: "},
        {"{\n  \"a\": \"\\q\"\n}\n", "a.md:2:9: error: "},
        {"{\n  \"a\": 1\n  \"b\": 2\n}\n", "a.md:3:"},
    }));
    const Problems problems = parse(file).problems;
    REQUIRE(problems.size() == 1);
    CAPTURE(to_string(problems.front()));
    CHECK(to_string(problems.front()).starts_with(place));
    CHECK(problems.front().code == "yaml-syntax");
}
