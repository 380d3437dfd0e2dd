// The examples of the CommonMark specification, as Debian's golang-github-yuin-goldmark-dev ships them.
#include "content/body.hpp"
#include "content/markdown.hpp"
#include "content/shortcodes.hpp"
#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <fstream>
#include <iterator>
#include <set>

namespace tagwire::content {
namespace {

constexpr const char* examples_file = "/usr/share/gocode/src/github.com/yuin/goldmark/_test/spec.json";

struct Example {
    std::string number;
    std::string markdown;
    std::string html;
};

std::vector<Example> read_examples() {
    prepare_content();
    std::ifstream file(examples_file);
    const std::string json((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
    const yaml::Document document = yaml::parse(json, examples_file, 1, Limits{});  // JSON is YAML
    std::vector<Example> examples;
    for (const yaml::Value& item : document.root.items) {
        examples.push_back({item.find_any_case("example")->scalar, item.find_any_case("markdown")->scalar,
                            item.find_any_case("html")->scalar});
    }
    INFO("install golang-github-yuin-goldmark-dev");
    REQUIRE(examples.size() > 600);
    return examples;
}

// What cmark-gfm 0.29 does not pass, and what has a bare URL, which GitHub's Markdown makes a link.
const std::set<std::string> not_passed = {"28", "171", "601", "605", "607", "610", "611"};
// What has "[[…]]".
const std::set<std::string> wiki_links = {"547", "558", "589"};

TEST_CASE("the examples of CommonMark that cmark-gfm passes still pass with CJK emphasis on") {
    for (const Example& example : read_examples()) {
        CAPTURE(example.number, example.markdown);
        const std::string html = markdown_to_html(example.markdown, {true});
        CHECK(html == markdown_to_html(example.markdown, {false}));
        if (not_passed.count(example.number) == 0) CHECK(html == example.html);
    }
}

TEST_CASE("no example of CommonMark is taken for a shortcode") {
    for (const Example& example : read_examples()) {
        if (wiki_links.count(example.number) > 0) continue;
        CAPTURE(example.number);
        CHECK(without_shortcodes(example.markdown, BodyFormat::markdown) == example.markdown);
    }
}

}  // namespace
}  // namespace tagwire::content
