#include "content/lint.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::content;

namespace {

const std::string_view head = "---\ntitle: A\n---\n";

Problems lint(std::string_view body, BodyFormat format = BodyFormat::markdown) {
    return lint_body("a.md", std::string(head) + std::string(body), head.size(), format);
}

}  // namespace

TEST_CASE("a link whose address holds a blank is warned of, with its place and the remedy") {
    const Problems problems = lint("灯塔\n\n看[中文](/路径/图 片.png)。\n");
    REQUIRE(problems.size() == 1);
    CHECK(to_string(problems.front()) ==
          "a.md:6:7: warning: the address \"/路径/图 片.png\" holds a blank, so that this is no link; write "
          "</路径/图 片.png> [link-with-blank]");
}

TEST_CASE("links that CommonMark reads are not warned of, nor is code") {
    for (const std::string_view body :
         {"[a](/b)", "[a](</b c>)", "[a](/b \"a title\")", "[a](/b 'a title')", "[a](/b (a title))", "[a]( /b )",
          "[a](/b c", "`[a](/b c)`", "```\n[a](/b c)\n```\n", "[a]({{< ref \"b c\" >}})", "[a]", ""}) {
        CAPTURE(body);
        CHECK(lint(body).empty());
    }
    CHECK(lint("[a](/b c)", BodyFormat::html).empty());
}

TEST_CASE("characters that no feed can hold are counted") {
    const Problems problems = lint("ab\x0b\n\ncd\x08 \xEF\xBF\xBE\n");
    REQUIRE(problems.size() == 1);
    CHECK(problems.front().code == "forbidden-character");
    CHECK(problems.front().message.starts_with("3 characters"));
    CHECK(problems.front().line == 4);
    CHECK(problems.front().column == 3);
    CHECK(lint("tab\tand line\r\n").empty());
}
