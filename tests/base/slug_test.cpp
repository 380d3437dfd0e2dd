#include "base/slug.hpp"

#include "base/uri.hpp"

#include <catch2/catch.hpp>

#include <set>

using namespace tagwire;

TEST_CASE("Terms have the slugs that Hugo gives them") {
    const std::pair<const char*, const char*> cases[] = {
        {"C++", "c++"},
        {"C#", "c#"},
        {"Hello  World", "hello-world"},
        {"hello-world", "hello-world"},
        {"F#", "f#"},
        {"C", "c"},
        {"GO", "go"},
        {"foo;bar", "foobar"},
        {"foo,bar", "foobar"},
        {"foo¦bar", "foobar"},
        {"foo|bar", "foobar"},
        {"a=b", "ab"},
        {"a*b", "ab"},
        {"it’s", "its"},
        {"R&D", "rd"},
        {"Тест", "тест"},
        {"-dash-", "-dash-"},
        {"index", "index"},
        {"page", "page"},
        {"...", "..."},
        {"foo:bar", "foobar"},
        {"AT&T", "att"},
        {"100%", "100"},
        {"50% off", "50-off"},
        {"中文 标签", "中文-标签"},
        {"ابدأ هنا", "ابدأ-هنا"},
        {".NET", ".net"},
        {"_under_", "_under_"},
        {"a—b", "ab"},
        {"It's", "its"},
        {"Ｑｑ", "ｑｑ"},
        {"Ünter", "ünter"},
    };
    for (const auto& [term, slug] : cases) {
        INFO(term);
        CHECK(term_slug(term_key(term)) == slug);
    }
}

TEST_CASE("A slug is one segment of a URL, from which nothing begins a query or fragment") {
    const std::pair<const char*, const char*> cases[] = {
        {"C#", "c%23"},
        {"C++", "c%2B%2B"},
        {"@home", "%40home"},
        {"a?b", "ab"},
        {"100% cotton", "100-cotton"},
        {"中文 标签", "%E4%B8%AD%E6%96%87-%E6%A0%87%E7%AD%BE"},
        {"a~b_c.d-e", "a~b_c.d-e"},
    };
    for (const auto& [term, segment] : cases) CHECK(encode_segment(term_slug(term_key(term))) == segment);
}

TEST_CASE("Slashes do not make folders") {
    CHECK(term_slug(term_key("a/b/c")) == "a-b-c");
    CHECK(term_slug(term_key("C++11/14")) == "c++11-14");
    CHECK(term_slug(term_key("CI/CD")) == "ci-cd");
    CHECK(term_slug(term_key("a\\b")) == "a-b");
}

TEST_CASE("Every term has a slug that can be fetched, and different ones stay different") {
    std::set<std::string> slugs;
    for (const char* term : {"😀", "&", ".", "..", "...", "/", "!"}) {
        const std::string slug = term_slug(term_key(term));
        INFO(term << " → " << slug);
        CHECK_FALSE(slug.empty());
        CHECK(slug != ".");
        CHECK(slug != "..");
        CHECK(slug.find('/') == std::string::npos);
        CHECK(slugs.insert(slug).second);
    }
}

TEST_CASE("A long slug is cut between characters, with a hash of the whole") {
    std::string term;
    for (int i = 0; i < 100; ++i) term += "中";
    const std::string slug = term_slug(term);
    CHECK(slug.size() <= 120);
    CHECK(slug.starts_with("中中"));
    CHECK(slug != term_slug(term + "国"));
}

TEST_CASE("A colliding term gets a slug of its own, always the same") {
    CHECK(distinct_term_slug("foo:bar").starts_with("foobar-"));
    CHECK(distinct_term_slug("foo:bar") == distinct_term_slug("foo:bar"));
    CHECK(distinct_term_slug("foo:bar") != distinct_term_slug("foo;bar"));
}

TEST_CASE("Spellings of one term share a key") {
    CHECK(term_key("Café") == term_key("CAFE\u0301"));
    CHECK(term_key("Straße") == term_key("STRASSE"));
    CHECK(term_key("qq") == term_key("QQ"));
    CHECK(term_key("Ｑ") != term_key("Q"));  // full width forms stay apart
    CHECK(term_key("ıstanbul") != term_key("İstanbul"));
    CHECK(term_key("Hello World") != term_key("hello-world"));  // though they have one slug
    CHECK(term_key("  Open\u3000 Source ") == term_key("open source"));
    CHECK(term_key("Go") == term_key("GO"));
    CHECK(term_key("C") != term_key("C++"));
}

TEST_CASE("An article's page has its path, lower case and without blanks") {
    CHECK(page_path("zh-CN/news/qq/a b.zh-CN") == "zh-cn/news/qq/a-b.zh-cn");
    CHECK(encode_path(page_path("post/潮 汐 表")) == "post/%E6%BD%AE-%E6%B1%90-%E8%A1%A8");
    CHECK(page_path("a/!!!/b").starts_with("a/page-"));
}
