#include "reading_site.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::site;

namespace {

Description jekyll(std::string_view configuration) {
    return describe(Generator::jekyll, {{"_config.yml", std::string(configuration)}});
}

std::string reason(const Description& site, std::string_view path) {
    return site.conventions->place(path).not_an_entry;
}

// The value of `key` in what stands for the front matter of that file.
std::string default_of(const Description& site, std::string_view path, std::string_view key) {
    const content::Place place = site.conventions->place(path);
    Problems problems;
    const yaml::Value nothing;
    return content::Fields(nothing, place.defaults, path, problems).text({key});
}

}  // namespace

TEST_CASE("a Jekyll site is known by its configuration file") {
    CHECK(recognise({{"_config.yml", "title: A"}}) == Generator::jekyll);
    CHECK(recognise({{"_config.yaml", ""}}) == Generator::jekyll);
    CHECK(recognise({{"_config.toml", ""}}) == Generator::jekyll);
    CHECK(recognise({{"config.yml", "title: A"}}) == std::nullopt);
}

TEST_CASE("a Jekyll site's files are posts by folder and name") {
    const std::string no_date = "its name does not begin with a date, so it is no post";
    const Description site = jekyll("exclude: [/vendor, drafts/*.md, secret]\ninclude: [_kept]");
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"_posts/2024-01-02-a.md", ""},
        {"_posts/sub/folder/24-1-2-a.md", ""},
        {"news/_posts/2024-01-02-a.md", ""},
        {"_drafts/a.md", ""},
        {"_kept/_posts/2024-01-02-a.md", ""},
        {"_posts/sub/_x/2024-01-02-a.md", ""},
        {"_posts/a.md", no_date},
        {"_posts/2024-01-a.md", no_date},
        {"_posts/12024-01-02-a.md", no_date},
        {"_posts/2024-01-02.md", no_date},
        {"about.md", "it is a page"},
        {"2024-01-02-a.md", "it is a page"},
        {"_people/ada.md", "it is a page"},
        {"_hidden/_posts/2024-01-02-a.md", "it is a page"},
        {"_posts/_x/2024-01-02-a.md", "Jekyll does not read its folder"},
        {"_posts/sub/_2024-01-02-a.md", "Jekyll does not read its folder"},
        {"vendor/_posts/2024-01-02-a.md", "the site's configuration excludes it"},
        {"node_modules/x/_posts/2024-01-02-a.md", "the site's configuration excludes it"},
        {"drafts/_posts/2024-01-02-a.md", "the site's configuration excludes it"},
        {"secret/_posts/2024-01-02-a.md", "the site's configuration excludes it"}};
    for (const auto& [path, expected] : rows) {
        INFO(path);
        CHECK(reason(site, path) == expected);
    }
}

TEST_CASE("a Jekyll site may have its source and its collections in folders of their own") {
    const Description site = jekyll("source: ./docs\ncollections_dir: all\nurl: http://x.example");
    CHECK(site.content == "docs");
    CHECK(link_of(site, "docs/all/_posts/2024-01-02-a.md") == "http://x.example/2024/01/02/a.html");
    CHECK(link_of(site, "docs/all/b/_posts/2024-01-02-a.md") == "http://x.example/b/2024/01/02/a.html");
    CHECK(reason(site, "docs/_posts/2024-01-02-a.md") == "it is a page");
    CHECK(reason(site, "_posts/2024-01-02-a.md") == "it is outside of the site's source folder");
}

TEST_CASE("documents of a Jekyll collection are entries where the site has a feed of it") {
    const Description site = jekyll(
        "url: http://x.example\npermalink: pretty\nfeed: {collections: [a, b, none]}\n"
        "collections: {a: {permalink: '/:collection-:title'}, b: {output: true}, c: {output: true}}");
    CHECK(link_of(site, "_a/x/One Two.md") == "http://x.example/a-One-Two");
    CHECK(link_of(site, "_b/x/One Two.md") == "http://x.example/b/x/One%20Two/");
    CHECK(reason(site, "_c/x.md") == "it is a page");
    CHECK(reason(site, "_none/x.md") == "it is a page");
}

TEST_CASE("of Jekyll's defaults the nearest counts") {
    const Description site = jekyll(
        "defaults:\n"
        "  - values: {author: all}\n"
        "  - {scope: {path: _posts/a, type: posts}, values: {author: a, layout: a}}\n"
        "  - {scope: {path: ''}, values: {layout: late, image: late}}\n"
        "  - {scope: {path: '', type: post}, values: {author: typed, tone: typed}}\n"
        "  - {scope: {path: '', type: pages}, values: {author: page}}\n"
        "  - {scope: {path: 'b/*/x'}, values: {author: glob}}\n"
        "  - {scope: {path: 'd/**/x*'}, values: {author: deep}}\n");
    CHECK(site.problems.empty());
    CHECK(default_of(site, "_posts/2024-01-02-a.md", "author") == "typed");
    CHECK(default_of(site, "_posts/2024-01-02-a.md", "image") == "late");
    CHECK(default_of(site, "_posts/abc/2024-01-02-a.md", "author") == "a");
    CHECK(default_of(site, "_posts/abc/2024-01-02-a.md", "layout") == "a");
    CHECK(default_of(site, "_posts/abc/2024-01-02-a.md", "tone") == "typed");
    CHECK(default_of(site, "b/c/x/_posts/2024-01-02-a.md", "author") == "glob");
    CHECK(default_of(site, "b/c/d/x/_posts/2024-01-02-a.md", "author") == "typed");
    CHECK(default_of(site, "d/c/b/xy/_posts/2024-01-02-a.md", "author") == "deep");
    CHECK(default_of(site, "d/xy/_posts/2024-01-02-a.md", "author") == "deep");
}

TEST_CASE("what is wrong in Jekyll's configuration is warned of with its place") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"title: [", "_config.yml:1:"},
        {"title: A\ntimezone: Mars", "_config.yml:2:11: warning: there is no time zone 'Mars'"},
        {"url: x.example", "_config.yml:1:6: warning: \"x.example\" is no URL of a site"},
        {"lang: 12", "_config.yml:1:7: warning: \"12\" is no language tag"},
        {"permalink: /:foo/", "_config.yml:1:12: warning: Jekyll knows no token \":foo\""},
        {"defaults: [{scope: {path: a}}]", "_config.yml:1:12: warning: these defaults have no values"}};
    for (const auto& [text, beginning] : rows) {
        const Description site = jekyll(text);
        REQUIRE(site.problems.size() == 1);
        CHECK_THAT(to_string(site.problems.front()), Catch::StartsWith(beginning));
        CHECK(site.problems.front().code == "site-configuration");
        CHECK(site.problems.front().severity == Severity::warning);
    }
}

TEST_CASE("Jekyll's locale, name and author may have other forms") {
    const Description site = jekyll(
        "name: N\nlocale: zh_CN\nauthor: Ada\nurl: https://x.example/\nbaseurl: b/\nexcerpt_separator: \"\\n\\n\"");
    CHECK(site.title == "N");
    CHECK(site.language == "zh-CN");
    CHECK(site.author.name == "Ada");
    CHECK(site.base_url == "https://x.example/b/");
    CHECK(site.excerpt_separator.empty());
    CHECK(describe(Generator::jekyll, {}).conventions->place("_posts/2024-01-02-a.md").title == "A");
}
