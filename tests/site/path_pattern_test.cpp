#include "site/path_pattern.hpp"

#include <catch2/catch.hpp>

#include <string>

using tagwire::site::matches_glob;

TEST_CASE("a glob matches whole paths, and one star stays in its folder") {
    CHECK(matches_glob("/post/*", "/post/a"));
    CHECK(!matches_glob("/post/*", "/post/a/b"));
    CHECK(matches_glob("/post/**", "/post/a/b"));
    CHECK(matches_glob("**", ""));
    CHECK(matches_glob("/p?st/a", "/post/a"));
    CHECK(!matches_glob("/post?a", "/post/a"));
    CHECK(!matches_glob("/post", "/post/a"));
    CHECK(matches_glob("/{post,news}/*.md", "/news/a.md"));
    CHECK(!matches_glob("/{post,news}/*.md", "/other/a.md"));
    CHECK(matches_glob("a{,b}c", "ac"));
    CHECK(matches_glob("a{b", "a{b"));
}

TEST_CASE("a glob of many stars takes no longer than one of few") {
    std::string pattern;
    for (int i = 0; i < 100; ++i) pattern += "**a{b,**}";
    CHECK(matches_glob(pattern, std::string(500, 'a')));
    CHECK(!matches_glob(pattern + 'b', std::string(500, 'a')));
}

TEST_CASE("a pattern of paths that is longer than anybody writes matches nothing") {
    const std::string stars(2'000, '*');
    CHECK(!tagwire::site::matches(stars, "a"));
    CHECK(!tagwire::site::matches_by_names(stars, "a"));
    CHECK(!matches_glob(stars, "a"));
}
