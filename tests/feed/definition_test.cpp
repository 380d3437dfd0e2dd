#include "feed/definition.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <filesystem>
#include <set>

namespace tagwire::feed {

namespace {

const std::string& url(const Definition& definition, Format format) {
    return definition.urls[static_cast<std::size_t>(format)];
}

}  // namespace

TEST_CASE("a definition says which feeds there are, where, and how much they show") {
    const Definitions read = read_definition("feeds/series.yaml", R"(
each: series
title: "{term} | {site}"
urls: {rss: "/series/{slug}.rss", json: "/系列/{slug}/feed.json"}
limit: {entries: 5, recent: 15min, entries-max: 50, bodies: 64KiB}
content: summary
)");
    REQUIRE(read.problems.empty());
    REQUIRE(read.definitions.size() == 1);
    const Definition& definition = read.definitions.front();
    CHECK(definition.name == "series");
    CHECK(definition.each == "series");
    CHECK(definition.title == "{term} | {site}");
    CHECK(url(definition, Format::rss) == "/series/{slug}.rss");
    CHECK(url(definition, Format::atom).empty());
    CHECK(url(definition, Format::json) == "/%E7%B3%BB%E5%88%97/{slug}/feed.json");
    CHECK(definition.window.entries == 5);
    CHECK(definition.window.recent == std::chrono::minutes(15));
    CHECK(definition.window.entries_max == 50);
    CHECK(definition.window.body_bytes_max == 64 << 10);
    CHECK(definition.content == ContentMode::summary);
}

TEST_CASE("what a definition leaves out has its default") {
    const Definitions terms = read_definition("a.yaml", "each: tags\nurls: {atom: '/{slug}'}");
    REQUIRE(terms.definitions.size() == 1);
    CHECK(terms.definitions.front().title == "{term} – {site}");
    CHECK(terms.definitions.front().window.entries == Window{}.entries);
    CHECK(terms.definitions.front().window.recent == Window{}.recent);
    CHECK(terms.definitions.front().content == ContentMode::full);
    const Definitions site = read_definition("a.yaml", "urls: {atom: /a}\nlimit: {entries: 500}");
    REQUIRE(site.definitions.size() == 1);
    CHECK(site.definitions.front().title == "{site}");
    CHECK(site.definitions.front().window.entries_max == 500);
}

TEST_CASE("a definition that is wrong says where and why, and is left out") {
    struct Case {
        std::string yaml, code;
        std::size_t line;
    };
    const std::vector<Case> cases = {
        {"urls: {rss: /a}\neahc: tags", "unknown-key", 2},
        {"urls:\n  rss: /a\n  rdf: /b", "unknown-key", 3},
        {"urls: {rss: /a}\nlimit:\n  entrys: 3", "unknown-key", 3},
        {"urls:\n  rss: a", "feed-url", 2},
        {"urls:\n  rss: ''", "feed-url", 2},
        {"urls:\n  rss: https://example.com/a", "feed-url", 2},
        {"urls:\n  rss: //example.com/a", "feed-url", 2},
        {"urls:\n  rss: /a?b", "feed-url", 2},
        {"urls:\n  rss: /a b", "feed-url", 2},
        {"urls:\n  rss: /../a", "feed-url", 2},
        {"urls:\n  rss: '/a#b'", "feed-url", 2},
        {"urls:\n  rss: /a\n  atom: /a", "feed-url", 3},
        {"each: tags\nurls:\n  rss: /tags/rss.xml", "feed-url", 3},
        {"urls:\n  rss: '/{slug}'", "feed-url", 2},
        {"each: tags\nurls:\n  rss: '/{slug}/{term}'", "feed-url", 3},
        {"title: a", "feed-url", 1},
        {"urls:", "feed-url", 1},
        {"", "feed-url", 0},
        {"urls: {rss: /a}\ntitle: '{term}'", "feed-title", 2},
        {"each: tags\nurls: {rss: '/{slug}'}\ntitle: '{name}'", "feed-title", 3},
        {"urls: {rss: /a}\ntitle: ''", "feed-title", 2},
        {"urls: {rss: /a}\ncontent: all", "feed-content", 2},
        {"urls: {rss: /a}\nlimit: {entries: 0}", "feed-limit", 2},
        {"urls: {rss: /a}\nlimit: {entries: 9, entries-max: 3}", "feed-limit", 2},
        {"urls: {rss: /a}\nlimit: {recent: soon}", "bad-value", 2},
        {"urls: {rss: /a}\nlimit: 20", "bad-value", 2},
        {"urls: {rss: \"/a}", "", 0},
        {"- a", "", 0},
    };
    for (const Case& one : cases) {
        INFO(one.yaml);
        const Definitions read = read_definition("feeds/a.yaml", one.yaml);
        CHECK(read.definitions.empty());
        REQUIRE(has_error(read.problems));
        const Problem& problem = read.problems.front();
        CHECK(problem.file == "feeds/a.yaml");
        if (one.code.empty()) continue;
        CHECK(problem.code == one.code);
        CHECK(problem.line == one.line);
    }
}

TEST_CASE("an endless recent time is as good as a long one") {
    const Definitions read = read_definition("a.yaml", "urls: {rss: /a}\nlimit: {recent: 1e300h}");
    REQUIRE(read.definitions.size() == 1);
    CHECK(read.definitions.front().window.recent > std::chrono::hours(24 * 3650));
}

TEST_CASE("the shipped definitions are those of feeds/, the site's first, without conflict") {
    const Definitions shipped = built_in_definitions();
    CHECK(shipped.problems.empty());
    CHECK(find_conflicts(shipped.definitions).empty());
    std::set<std::string> names;
    for (const Definition& definition : shipped.definitions) names.insert(definition.name);
    std::set<std::string> files;
    for (const auto& file : std::filesystem::directory_iterator(TAGWIRE_TEST_DATA "/../feeds")) {
        files.insert(file.path().stem().string());
    }
    CHECK(names == files);
    CHECK(shipped.definitions.front().name == "site");
}

TEST_CASE("the shipped URLs are where people look for feeds") {
    for (const Definition& definition : built_in_definitions().definitions) {
        const std::string folder = definition.name == "site"        ? "/"
                                   : definition.name == "languages" ? "/{slug}/"
                                                                    : "/" + definition.name + "/{slug}/";
        CHECK(url(definition, Format::rss) == folder + "rss.xml");
        CHECK(url(definition, Format::atom) == folder + "atom.xml");
        CHECK(url(definition, Format::json) == folder + "feed.json");
        CHECK(url(definition, Format::page) == folder);
    }
}

TEST_CASE("the shipped limits are the built-in ones") {
    for (const Definition& definition : built_in_definitions().definitions) {
        CHECK(definition.window.entries == Window{}.entries);
        CHECK(definition.window.recent == Window{}.recent);
        CHECK(definition.window.entries_max == Window{}.entries_max);
        CHECK(definition.window.body_bytes_max == Window{}.body_bytes_max);
        CHECK(definition.content == ContentMode::full);
    }
}

TEST_CASE("two definitions can share neither a name nor a URL") {
    Definition first;
    first.name = "first";
    first.urls = {"/rss.xml", "", "", "/"};
    Definition second;
    second.name = "second";
    second.urls = {"/other.xml", "/rss.xml", "", ""};
    Definition third;
    third.name = "first";
    const Problems problems = find_conflicts({first, second, third});
    REQUIRE(problems.size() == 2);
    CHECK(to_string(problems[0]) ==
          "second.yaml: error: the URL /rss.xml is also that of first.yaml: change one of them [feed-conflict]");
    CHECK(problems[1].file == "first.yaml");
    CHECK(find_conflicts({first}).empty());
}

TEST_CASE("a template is expanded once, and what it does not know stays") {
    const TemplateValues values{"Site {slug}", "C#", "c%23"};
    CHECK(expand("{term} – {site}", values) == "C# – Site {slug}");
    CHECK(expand("/tags/{slug}/rss.xml", values) == "/tags/c%23/rss.xml");
    CHECK(expand("{x} {} {", values) == "{x} {} {");
    CHECK(expand("", values).empty());
}

}  // namespace tagwire::feed
