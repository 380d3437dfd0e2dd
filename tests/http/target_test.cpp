#include "http/target.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;

TEST_CASE("a target's path is decoded once, and nothing else of it counts") {
    const auto [target, path] = GENERATE(table<std::string, std::string>({
        {"/", "/"},
        {"/tags/qq/atom.xml", "/tags/qq/atom.xml"},
        {"/a%20b", "/a b"},
        {"/a+b", "/a+b"},
        {"/a%2Fb", "/a/b"},
        {"/a%252Fb", "/a%2Fb"},
        {"/%E6%A0%87%E7%AD%BE/", "/标签/"},
        {"/%e6%a0%87%e7%ad%be/", "/标签/"},
        {"/标签/", "/标签/"},
        {"/feed.json?utm_source=x&y=%zz", "/feed.json"},
        {"/?", "/"},
        {"//tags//qq", "//tags//qq"},
        {"/...", "/..."},
        {"/.hidden/..a/a..", "/.hidden/..a/a.."},
        {"http://example.org/atom.xml?x", "/atom.xml"},
        {"HTTPS://example.org:8080/", "/"},
        {"http://example.org", "/"},
        {"http://example.org?x", "/"},
    }));
    CAPTURE(target);
    const auto decoded = decode_target(target);
    REQUIRE(decoded.has_value());
    CHECK(*decoded == path);
}

TEST_CASE("targets that no document can have are refused") {
    const auto target = GENERATE(as<std::string>(), "", "*", "atom.xml", "example.org:80", "http:///atom.xml",
                                 "http:/atom.xml", "http://", "ftp://example.org/", "/a%00b", "/%", "/%2", "/%zz",
                                 "/%ff", "/%c0%af", "/%ed%a0%80", "/\xff", "/..", "/../etc/passwd", "/a/..", "/a/../b",
                                 "/./a", "/%2e%2e/a", "/.%2E", "/a%2f..%2fb", "/a#fragment");
    CAPTURE(target);
    const auto decoded = decode_target(target);
    REQUIRE(decoded.has_error());
    CHECK(decoded.error().status == Status::bad_request);
}
