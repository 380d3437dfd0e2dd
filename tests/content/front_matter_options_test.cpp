// Front matter that is read only where the generator of the site is known to have it.
#include "content/front_matter.hpp"
#include "support/yaml_text.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using namespace tagwire::content;

namespace {

constexpr FrontMatterOptions pelican{1000, true, false};
constexpr FrontMatterOptions hexo{1000, false, true};

yaml::Document parse(std::string_view file, const FrontMatterOptions& options) {
    return parse_front_matter(find_front_matter(file, options), "a.md", {});
}

struct Case {
    std::string file;
    std::string text;
    std::string body;
    FrontMatterFormat format;
};

void check(const Case& expected, const FrontMatterOptions& options) {
    CAPTURE(expected.file);
    const FrontMatter found = find_front_matter(expected.file, options);
    CHECK(found.format == expected.format);
    REQUIRE(found.closed);
    CHECK(found.text == expected.text);
    CHECK(expected.file.substr(found.body_offset) == expected.body);
    CHECK(find_front_matter(expected.file, {}).format == FrontMatterFormat::none);
}

}  // namespace

TEST_CASE("Pelican's header goes from the very start to the first blank line") {
    const auto expected = GENERATE(values<Case>({
        {"Title: Sea\nTags: a, b\n\nbody\n", "Title: Sea\nTags: a, b\n", "body\n", FrontMatterFormat::header_lines},
        {"Title: Sea", "Title: Sea", "", FrontMatterFormat::header_lines},
        {"Title:Sea\r\n \r\n\r\nbody", "Title:Sea\r\n", "\r\nbody", FrontMatterFormat::header_lines},
        {"\xEF\xBB\xBFTitle: Sea\n\tand tide\n    table\n\nbody", "Title: Sea\n\tand tide\n    table\n", "body",
         FrontMatterFormat::header_lines},
        {"Empty:\n\nbody", "Empty:\n", "body", FrontMatterFormat::header_lines},
    }));
    check(expected, pelican);
}

TEST_CASE("a text that does not begin with a header has none") {
    const std::string file =
        GENERATE(as<std::string>{}, "\nTitle: Sea\n\n", " Title: Sea\n\n", "Note: this is prose\nthat goes on\n\n",
                 "https://example.org/\n\n", "# Title: Sea\n\n", "A title: Sea\n\n", ": Sea\n\n", "    code\n\n",
                 "Title: " + std::string(2000, 'x') + "\nprose");
    CAPTURE(file.substr(0, 50));
    if (file.size() < 1000) CHECK(find_front_matter(file, pelican).format == FrontMatterFormat::none);
    CHECK(find_front_matter(file, {}).format == FrontMatterFormat::none);
}

TEST_CASE("values of Pelican's header are text, never YAML") {
    const yaml::Document document =
        parse("Title: \"Sea\": [a] # 灯  \nDate:  2024-02-01 08:00\nTags: a,\n    b\n\tc\nStatus:\n\nbody", pelican);
    CHECK(document.problems.empty());
    CHECK(test::to_text(document.root) ==
          "1:1 \n"
          "+ 1:1 Title: 1:8 quoted \"Sea\": [a] # 灯\n"
          "+ 2:1 Date: 2:8 quoted 2024-02-01 08:00\n"
          "+ 3:1 Tags: 3:7 quoted a,\nb\nc\n"
          "+ 6:1 Status: 6:8 quoted \n}");
}

TEST_CASE("of duplicate keys in Pelican's header the last one counts, with a warning at its place") {
    const yaml::Document document = parse("a: 1\nb: 2\na: 3\na: 4\n\n", pelican);
    CHECK(test::to_text(document.root) == "1:1 \n+ 2:1 b: 2:4 quoted 2\n+ 4:1 a: 4:4 quoted 4\n}");
    REQUIRE(document.problems.size() == 2);
    CHECK(to_string(document.problems.back()) ==
          "a.md:4:1: warning: the key \"a\" stands in line 3 already; the last one counts, remove the others "
          "[front-matter-duplicate-key]");
}

TEST_CASE("Hexo's front matter needs no opening line") {
    const auto expected = GENERATE(values<Case>({
        {"title: Sea\ndate: 2024-02-01\n---\nbody", "title: Sea\ndate: 2024-02-01\n", "body", FrontMatterFormat::yaml},
        {"\n\ntitle: Sea\ntags:\n  - a\n\n-----\r\nbody", "title: Sea\ntags:\n  - a\n\n", "body",
         FrontMatterFormat::yaml},
        {"\xEF\xBB\xBFtitle: Sea\r\n---", "title: Sea\r\n", "", FrontMatterFormat::yaml},
        {"\"title\": \"Sea\",\n\"tags\": [\"a\"]\n;;;\nbody", "\"title\": \"Sea\",\n\"tags\": [\"a\"]\n", "body",
         FrontMatterFormat::json_members},
        {";;;\n\"title\": \"Sea\"\n;;; \nbody", "\"title\": \"Sea\"\n", "body", FrontMatterFormat::json_members},
    }));
    check(expected, hexo);
}

TEST_CASE("a rule or a heading does not make keys of what stands above") {
    const std::string file = GENERATE(as<std::string>{}, "A heading\n---\nbody", "A day at sea\n\n---\nbody",
                                      "See: a\n\nProse goes on.\n---\n", "- a: b\n---\n", "title: a: b\n---\n",
                                      "title:x\n---\n", "title: Sea\n", "# A: b\n---\n", "title: Sea\nbody: \"\n---\n",
                                      "\"title\": \"Sea\n;;;\n", "title: " + std::string(2000, 'x') + "\n---\n");
    CAPTURE(file.substr(0, 50));
    CHECK(find_front_matter(file, hexo).format == FrontMatterFormat::none);
}

TEST_CASE("Hexo's forms keep the line numbers of their files") {
    CHECK(test::to_text(parse("\ntitle: Sea\ntags: [a]\n---\n", hexo).root) ==
          "2:1 \n+ 2:1 title: 2:8 plain Sea\n+ 3:1 tags: 3:7 \n- 3:8 plain a\n]\n}");
    CHECK(test::to_text(parse(";;;\n\"title\": \"Sea\",\n\"n\": 1\n;;;\n", hexo).root) ==
          "1:1 \n+ 2:1 title: 2:10 quoted Sea\n+ 3:1 n: 3:6 plain 1\n}");
    CHECK(test::to_text(parse(";;;\n{\"title\": \"Sea\"}\n;;;\n", hexo).root) ==
          "2:1 \n+ 2:2 title: 2:11 quoted Sea\n}");
    CHECK(to_string(parse(";;;\n\"a\": {\n;;;\n", hexo).problems.at(0)).starts_with("a.md:2:1: error: "));
    CHECK(to_string(parse(";;;\n\"a\": 1\n", hexo).problems.at(0)) ==
          "a.md:1:1: error: the front matter that opens here is not closed; end it with a line ;;; "
          "[front-matter-unclosed]");
}

TEST_CASE("with every option on, usual front matter is what it was") {
    constexpr FrontMatterOptions all{1000, true, true};
    CHECK(find_front_matter("---\na: 1\n---\n", all).first_line == 2);
    CHECK(find_front_matter("+++\na = 1\n+++\n", all).format == FrontMatterFormat::toml);
    CHECK(find_front_matter("{\"a\": 1}\n", all).format == FrontMatterFormat::json);
    CHECK(find_front_matter("Title: Sea\nDate: x\n\nHeading\n---\n", all).format == FrontMatterFormat::header_lines);
    CHECK(find_front_matter("Title: Sea\nDate: x\n---\n\nbody", all).format == FrontMatterFormat::yaml);
    CHECK(find_front_matter("# Note\n", all).format == FrontMatterFormat::none);
}
