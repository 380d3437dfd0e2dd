#include "content/front_matter.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using namespace tagwire::content;

namespace {

constexpr std::size_t octets_max = 1000;

struct Case {
    std::string file;
    std::string text;
    std::string body;
    std::size_t opener_line = 1;
};

FrontMatter find(std::string_view file) { return find_front_matter(file, {octets_max}); }

}  // namespace

TEST_CASE("front matter ends at its delimiter, and the body begins behind it") {
    const auto expected = GENERATE(values<Case>({
        {"---\na: 1\n---\nbody", "a: 1\n", "body"},
        {"---\na: 1\n---", "a: 1\n", ""},
        {"---\n---\nbody", "", "body"},
        {"---\n---", "", ""},
        {"---\r\na: 1\r\n---\r\nbody\r\n", "a: 1\r\n", "body\r\n"},
        {"---\ra: 1\r---\rbody", "a: 1\r", "body"},
        {"---\ra: 1\n---\r\nbody", "a: 1\n", "body"},
        {"\xEF\xBB\xBF---\na: 1\n---\nbody", "a: 1\n", "body"},
        {"\n\r\n  \n---\na: 1\n---\nbody", "a: 1\n", "body", 4},
        {"\r\r---\na: 1\n---\nbody", "a: 1\n", "body", 3},
        {" ---\na: 1\n---\nbody", "a: 1\n", "body"},
        {"--- \t\na: 1\n--- \t\nbody", "a: 1\n", "body"},
        {"---\na: 1\n---text\nbody", "a: 1\n", "text\nbody"},
        {"---\na: 1\n--- text", "a: 1\n", " text"},
        {"---\na: 1\n-----\nbody", "a: 1\n", "body"},
        {"---\na: |\n  x\n  ---\n  y\n---\nbody", "a: |\n  x\n  ---\n  y\n", "body"},
        {"---\na: 1\n--\n---\nbody", "a: 1\n--\n", "body"},
        {"---\na: 1\n---\n---\nbody", "a: 1\n", "---\nbody"},
        {"---\na: 1\n...\nbody", "a: 1\n", "body"},
        {"---\na: 1\n... ", "a: 1\n", ""},
        {"---\na: 1\n...\n\n---\nbody", "a: 1\n...\n\n", "body"},
        {"---\na: 1\n...\nbody\n---\nmore", "a: 1\n", "body\n---\nmore"},
        {"---\na: 1\n....\n---\nbody", "a: 1\n....\n", "body"},
    }));
    CAPTURE(expected.file);
    const FrontMatter found = find(expected.file);
    CHECK(found.format == FrontMatterFormat::yaml);
    REQUIRE(found.closed);
    CHECK(found.text == expected.text);
    CHECK(expected.file.substr(found.body_offset) == expected.body);
    CHECK(found.opener_line == expected.opener_line);
}

TEST_CASE("what only looks like front matter is none") {
    const std::string file = GENERATE(
        as<std::string>{}, "", "# Note\n---\na: 1\n---\n", "----\na: 1\n----\n", "--\na: 1\n--\n", "---a: 1\n---\n",
        "title: Hexo\n---\nbody", "Title: Pelican\n\nbody", ";;;\n\"a\": 1\n;;;\n", "<!-- c -->\n---\na: 1\n---\n",
        "{% x %}\n", "{{< x >}}\n", "{#id}", "{", "++++\na = 1\n++++\n", "\n\n", " ", "\xEF\xBB\xBF");
    CAPTURE(file);
    CHECK(find(file).format == FrontMatterFormat::none);
}

TEST_CASE("front matter without an end, or with one too far away, is not closed") {
    const std::string file = GENERATE(as<std::string>{}, "---", "---\n", "---\na: 1\n", "---\na: 1\n ---\n",
                                      "---\na: 1\n--\n", "---\n" + std::string(octets_max, '#') + "\n---\n");
    CAPTURE(file);
    const FrontMatter found = find(file);
    CHECK(found.format == FrontMatterFormat::yaml);
    CHECK_FALSE(found.closed);
}

TEST_CASE("front matter that cannot be read is an error at its place") {
    const auto [file, message] = GENERATE(table<std::string, std::string>({
        {"\n---\na: 1\n",
         "a.md:2:1: error: the front matter that opens here is not closed; end it with a line --- "
         "[front-matter-unclosed]"},
        {"---\n\n- a\n---\n",
         "a.md:3:1: error: front matter must be keys and values, such as \"title: A day at sea\" "
         "[front-matter-value]"},
        {"---\ntitle:Sea\n---\n",
         "a.md:2:1: error: front matter must be keys and values, such as \"title: A day at sea\" "
         "[front-matter-value]"},
    }));
    const yaml::Document document = parse_front_matter(find(file), "a.md", {});
    REQUIRE(document.problems.size() == 1);
    CHECK(to_string(document.problems.front()) == message);
}

TEST_CASE("front matter keeps the line numbers of its file") {
    const yaml::Document document = parse_front_matter(find("\n\r\n---\r\na: 1\r\nb: 灯 x\r\n---\r\n"), "a.md", {});
    CHECK(document.problems.empty());
    REQUIRE(document.root.members.size() == 2);
    CHECK(document.root.members[1].value.mark.line == 5);
    CHECK(document.root.members[1].value.mark.column == 4);
}
