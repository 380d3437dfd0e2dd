#include "base/uri.hpp"
#include "base/media_type.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;

TEST_CASE("What people write becomes an ASCII URI, and what is encoded already stays") {
    const std::pair<const char*, const char*> cases[] = {
        {" https://example.org/路径/图 片.png ", "https://example.org/%E8%B7%AF%E5%BE%84/%E5%9B%BE%20%E7%89%87.png"},
        {"https://example.org/%E4%B8%AD?a=%20&b=c#d", "https://example.org/%E4%B8%AD?a=%20&b=c#d"},
        {"HTTP://例子.测试/a", "http://xn--fsqu00a.xn--0zwm56d/a"},
        {"https://example.org/100%", "https://example.org/100%25"},
        {"/a|b\"c", "/a%7Cb%22c"},
        {"https://u@[::1]:8080/a#b#c", "https://u@[::1]:8080/a#b%23c"},
        {"mailto:a@b.example", "mailto:a@b.example"},
        {"", ""},
    };
    for (const auto& [text, uri] : cases) {
        INFO(text);
        CHECK(to_uri(text) == std::string(uri));
    }
    CHECK_FALSE(to_uri("https://exa mple.org:port/"));
}

TEST_CASE("References are resolved as RFC 3986 §5.4 says") {
    const std::string base = "http://a/b/c/d;p?q";
    const std::pair<const char*, const char*> cases[] = {
        {"g:h", "g:h"},
        {"g", "http://a/b/c/g"},
        {"./g", "http://a/b/c/g"},
        {"/g", "http://a/g"},
        {"//g", "http://g"},
        {"?y", "http://a/b/c/d;p?y"},
        {"g?y", "http://a/b/c/g?y"},
        {"#s", "http://a/b/c/d;p?q#s"},
        {"", "http://a/b/c/d;p?q"},
        {"..", "http://a/b/"},
        {"../g", "http://a/b/g"},
        {"../../../g", "http://a/g"},
    };
    for (const auto& [reference, uri] : cases) {
        INFO(reference);
        CHECK(resolve(base, reference) == std::string(uri));
    }
    CHECK(resolve("https://example.org/p/", "图.png") == "https://example.org/p/%E5%9B%BE.png");
    CHECK_FALSE(resolve("not absolute", "a"));
}

TEST_CASE("Paths are encoded and decoded once") {
    CHECK(encode_segment("c++/#中") == "c%2B%2B%2F%23%E4%B8%AD");
    CHECK(encode_path("a b/c") == "a%20b/c");
    CHECK(decode_percent("c%2B%2b%E4%B8%AD") == "c++中");
    CHECK(decode_percent("%252F") == "%2F");
    for (const char* broken : {"%", "%2", "%zz", "a%4"}) CHECK_FALSE(decode_percent(broken));
}

TEST_CASE("The parts of a URI are told") {
    CHECK(scheme_of("HTTPS://Example.org") == "https");
    CHECK(scheme_of("a/b:c").empty());
    CHECK(host_of("https://Example.org:80/a") == "example.org");
    CHECK(path_of("https://example.org/a/b?c") == "/a/b");
    CHECK(is_http_url("https://example.org"));
    for (const char* other : {"mailto:a@b", "data:text/plain,a", "/a", "https:", ""}) CHECK_FALSE(is_http_url(other));
}

TEST_CASE("The media type is that of the extension, where there is one") {
    CHECK(media_type_of("https://example.org/a.JPG?w=1") == "image/jpeg");
    CHECK(media_type_of("https://example.org/a.b/c").empty());
    CHECK(media_type_of("https://example.org/a").empty());
}

TEST_CASE("Names of this machine alone are told from those of others") {
    for (const auto* host : {"localhost", "blog.localhost", "127.0.0.1", "127.1.2.3", "[::1]"})
        CHECK(is_loopback(host));
    for (const auto* host : {"", "example.org", "128.0.0.1", "localhost.example", "[::2]"})
        CHECK_FALSE(is_loopback(host));
}
