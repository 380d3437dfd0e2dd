#include "catalog/archive.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

// Numbers from 1.
History history_of(const std::vector<std::size_t>& body_bytes) {
    History history;
    for (std::size_t i = 0; i < body_bytes.size(); ++i) {
        history.push(i + 1, Sketch(std::to_string(i + 1)).body_bytes(body_bytes[i]).make());
    }
    return history;
}

std::vector<std::uint64_t> last_numbers(const Archive& archive) {
    std::vector<std::uint64_t> numbers;
    for (std::size_t page = 1; page <= archive.pages(); ++page) {
        numbers.push_back(archive.last_number(page));
    }
    return numbers;
}

feed::Window limits(std::size_t entries, std::size_t body_bytes_max) {
    feed::Window window;
    window.entries = entries;
    window.body_bytes_max = body_bytes_max;
    return window;
}

}  // namespace

TEST_CASE("when the loose entries reach the limit, the ones that entered first become pages of half as many") {
    struct Case {
        std::string rule;
        std::vector<std::size_t> body_bytes;
        feed::Window limits;
        std::vector<std::uint64_t> last_numbers;
    };
    const auto row = GENERATE(values<Case>({
        {"none", {}, limits(4, 100), {}},
        {"one fewer than the limit", {1, 1, 1}, limits(4, 100), {}},
        {"the limit", {1, 1, 1, 1}, limits(4, 100), {2}},
        {"three times the limit", std::vector<std::size_t>(12, 1), limits(4, 100), {2, 4, 6, 8, 10}},
        {"half of an odd limit", {1, 1, 1, 1, 1}, limits(5, 100), {2}},
        {"a limit of one", {1, 1}, limits(1, 100), {1, 2}},
        {"no entries allowed", {1, 1}, limits(0, 100), {1, 2}},
        {"one byte fewer than their limit", {50, 49}, limits(9, 100), {}},
        {"the limit of bytes", {50, 50}, limits(9, 100), {1}},
        {"pages are filled to half of the bytes", {20, 20, 20, 20, 20}, limits(9, 100), {3}},
        {"one oversized entry is a page", {500}, limits(9, 100), {1}},
        {"an oversized entry among others", {1, 500, 1}, limits(9, 100), {2}},
        {"no bytes allowed", {0, 0}, limits(9, 0), {1, 2}},
    }));
    CAPTURE(row.rule);
    Archive archive;
    archive.close_pages(history_of(row.body_bytes), row.limits);
    CHECK(last_numbers(archive) == row.last_numbers);
}

TEST_CASE("an entry that has left counts in no page that closes after it") {
    History history = history_of({1, 1, 1, 1, 1});
    const ArticlePtr second = history.between(1, 2).front().article;
    REQUIRE(history.replace(2, second, nullptr));
    Archive archive;
    archive.close_pages(history, limits(4, 100));
    CHECK(last_numbers(archive) == std::vector<std::uint64_t>{3});
}

TEST_CASE("an entry stands in the page whose last number is the first not below its own") {
    const Archive archive({4, 9});
    CHECK(archive.page_of(1) == 1);
    CHECK(archive.page_of(4) == 1);
    CHECK(archive.page_of(5) == 2);
    CHECK(archive.page_of(9) == 2);
    CHECK(archive.page_of(10) == 3);  // loose
}

TEST_CASE("a place is taken over only from the article that holds it") {
    History history;
    const ArticlePtr a = Sketch("a").make();
    const ArticlePtr b = Sketch("b").make();
    history.push(3, a);
    CHECK_FALSE(history.replace(2, a, b));
    CHECK_FALSE(history.replace(3, b, a));
    CHECK(history.replace(3, a, b));
    CHECK(history.between(2, 3).front().article == b);
}

TEST_CASE("places that nobody holds are forgotten above what is closed, and everywhere when they are the most") {
    History history;
    std::vector<ArticlePtr> articles = {nullptr};
    for (std::uint64_t number = 1; number <= 6; ++number) {
        articles.push_back(Sketch(std::to_string(number)).make());
        history.push(number, articles.back());
    }
    REQUIRE(history.replace(1, articles[1], nullptr));
    REQUIRE(history.replace(5, articles[5], nullptr));
    history.tidy(3);
    CHECK(history.between(0, 6).size() == 5);
    CHECK(history.between(3, 6).size() == 2);
    REQUIRE(history.replace(2, articles[2], nullptr));
    REQUIRE(history.replace(3, articles[3], nullptr));
    history.tidy(3);
    CHECK(history.between(0, 6).size() == 2);
}
