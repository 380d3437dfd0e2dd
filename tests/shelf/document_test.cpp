#include "shelf/document.hpp"
#include "base/digest.hpp"
#include "shelf/bench.hpp"
#include "shelf/gzip.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

TEST_CASE("a document's validators and fields are made of its bytes and its URL") {
    const Document document = make_document(list_at("https://example.org/feeds.opml", ""), "some bytes");
    CHECK(document.identity == "some bytes");
    CHECK(document.etag == hex(hash64("some bytes")));
    CHECK(document.media_type == "text/x-opml; charset=utf-8");
    CHECK(document.link == "<https://example.org/feeds.opml>; rel=\"self\"");
}

TEST_CASE("caches may keep a page of an archive for a day; of others a document says nothing") {
    CHECK(make_document(archived(1, feed::Format::atom, "a"), "").max_age_min == 24h);
    CHECK(make_document(archived(1, feed::Format::page, "a"), "").max_age_min == 24h);
    CHECK(make_document(json_of(feed_of({})), "").max_age_min == 0s);
    CHECK(make_document(list_at("https://example.org/feeds.opml", ""), "").max_age_min == 0s);
}

TEST_CASE("gzip is left out where it is not worth it") {
    const Recipe recipe = list_at("https://example.org/feeds.opml", "");
    CHECK(make_document(recipe, std::string(255, 'x')).gzip.empty());
    CHECK_FALSE(make_document(recipe, std::string(256, 'x')).gzip.empty());
    std::string random;
    for (unsigned i = 0; i < 1000; ++i) {
        random += static_cast<char>(hash64(std::to_string(i)) & 0xff);
    }
    CHECK(make_document(recipe, random).gzip.empty());
}

TEST_CASE("gzip has no time, no name and no system in its header, and is the same every time") {
    const std::string text(10'000, 'x');
    const std::string compressed = gzip(text);
    // RFC 1952 §2.3: magic, deflate, no flags, MTIME 0; OS 255 is "unknown"
    CHECK(compressed.substr(0, 8) == std::string("\x1f\x8b\x08\0\0\0\0\0", 8));
    CHECK(compressed[9] == '\xff');
    CHECK(gzip(text) == compressed);
}
