#include "shelf/html_cache.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace tagwire;
using namespace tagwire::shelf;

namespace {

// Text that does not compress well.
std::string noise(unsigned seed, std::size_t size) {
    std::mt19937 random(seed);
    std::string text;
    while (text.size() < size) {
        text += static_cast<char>(random());
    }
    return text;
}

}  // namespace

TEST_CASE("what was added is found as it was") {
    HtmlCache cache(1 << 20);
    CHECK_FALSE(cache.find({1, 1}));
    cache.add({1, 1}, "<p>中文</p>");
    cache.add({1, 2}, "");
    CHECK(cache.find({1, 1}) == "<p>中文</p>");
    CHECK(cache.find({1, 2}) == "");
    CHECK_FALSE(cache.find({2, 1}));
}

TEST_CASE("HTML is kept compressed") {
    HtmlCache cache(10'000);
    const std::string html(1'000'000, 'x');
    cache.add({1, 1}, html);
    CHECK(cache.find({1, 1}) == html);
    CHECK(cache.bytes() < 1000);
}

TEST_CASE("the cache never holds more than its maximum; what was not used for longest falls out") {
    HtmlCache cache(10'000);
    for (unsigned i = 0; i < 100; ++i) {
        cache.add({1, i}, noise(i, 1000));
        CHECK(cache.bytes() <= 10'000);
        CHECK(cache.find({1, 0}));  // used all the time
    }
    CHECK_FALSE(cache.find({1, 50}));
    CHECK(cache.find({1, 99}) == noise(99, 1000));
    CHECK(cache.bytes() > 7'000);
}

TEST_CASE("what is larger than the whole cache is not kept, and drives nothing out") {
    HtmlCache cache(5'000);
    cache.add({1, 1}, "small");
    cache.add({1, 2}, noise(1, 10'000));
    CHECK_FALSE(cache.find({1, 2}));
    CHECK(cache.find({1, 1}));
}

TEST_CASE("adding a key again costs nothing") {
    HtmlCache cache(5'000);
    cache.add({1, 1}, "text");
    const std::size_t bytes = cache.bytes();
    cache.add({1, 1}, "text");
    CHECK(cache.bytes() == bytes);
}
