#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

// "path: number, term: number …" of each that is told of.
std::vector<std::string> numbers(const Update& update) {
    std::vector<std::string> numbers;
    for (const Renumbered& renumbered : update.entered) {
        std::string text = renumbered.path + ": " + std::to_string(renumbered.entered.number);
        for (const TermNumber& other : renumbered.entered.others) {
            text += ", " + other.term + ": " + std::to_string(other.number);
        }
        numbers.push_back(text);
    }
    return numbers;
}

using Told = std::vector<std::string>;

// Pages of two, and a window that shows little else.
std::vector<feed::Definition> small_pages() {
    feed::Window window;
    window.entries = 4;
    window.recent = 0s;
    return definitions(window);
}

// Articles "1", "2", …, one an hour, with the tag Go.
std::vector<Change> series(int first, int last) {
    std::vector<Change> changes;
    for (int i = first; i <= last; ++i) {
        changes.push_back(put(Sketch(std::to_string(i)).at(noon + i * 1h).tagged({"Go"})));
    }
    return changes;
}

}  // namespace

TEST_CASE("articles that come at once are numbered by their dates, those that come later after them") {
    Catalog catalog(definitions());
    CHECK(catalog.next_number() == 1);
    CHECK(numbers(catalog.apply({put(Sketch("a").at(noon)), put(Sketch("b").at(noon - 1h))}, noon)) ==
          Told{"a: 2", "b: 1"});
    CHECK(numbers(catalog.apply({put(Sketch("backdated").at(noon - 24h))}, noon)) == Told{"backdated: 3"});
    CHECK(catalog.next_number() == 4);
}

TEST_CASE("an article that no reader sees has no number") {
    Catalog catalog(definitions());
    CHECK(numbers(catalog.apply({put(Sketch("a").draft()), put(Sketch("b").at(noon + 1h))}, noon)).empty());
    CHECK(numbers(catalog.advance(noon + 1h)) == Told{"b: 1"});
}

TEST_CASE("an edited article keeps its numbers, in terms that are new to it it gets one new number") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"}))}, noon);
    CHECK(numbers(catalog.apply({put(Sketch("a").at(noon - 1h).tagged({"Go"}))}, noon)).empty());
    CHECK(numbers(catalog.apply({put(Sketch("a").tagged({"Rust", "Go", "C++"}))}, noon)) ==
          Told{"a: 1, c++: 2, rust: 2"});
    CHECK(numbers(catalog.apply({put(Sketch("a").tagged({"c++", "go", "rust"}))}, noon)).empty());
    CHECK(numbers(catalog.apply({put(Sketch("a").tagged({"Rust"}))}, noon)) == Told{"a: 1, rust: 2"});
}

TEST_CASE("an article that comes back to a term enters it anew") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"})), put(Sketch("b").tagged({"Go"}))}, noon);
    CHECK(numbers(catalog.apply({put(Sketch("a"))}, noon)).empty());
    CHECK(numbers(catalog.apply({put(Sketch("a").tagged({"Go"}))}, noon)) == Told{"a: 2, go: 3"});
}

TEST_CASE("a renamed article takes its numbers with it, also when two exchange their paths") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").id("urn:x").at(noon - 1h)), put(Sketch("b").id("urn:y"))}, noon);
    CHECK(numbers(catalog.apply({gone("a"), put(Sketch("c").id("urn:x"))}, noon)) == Told{"a: 0", "c: 1"});
    CHECK(numbers(catalog.apply({put(Sketch("b").id("urn:x")), put(Sketch("c").id("urn:y"))}, noon)) ==
          Told{"b: 1", "c: 2"});
}

TEST_CASE("an article that leaves all feeds loses its numbers, and enters anew when it comes back") {
    Catalog catalog(definitions());
    const Change change = put(Sketch("a").until(noon + 1h));
    (void)catalog.apply({change}, noon);
    CHECK(numbers(catalog.advance(noon + 1h)) == Told{"a: 0"});
    CHECK(numbers(catalog.apply({gone("a"), put(Sketch("a"))}, noon + 1h)) == Told{"a: 2"});
    CHECK(numbers(catalog.apply({gone("a")}, noon + 1h)) == Told{"a: 0"});
    CHECK(numbers(catalog.apply({put(Sketch("b").id("urn:test:a"))}, noon + 1h)) == Told{"b: 3"});
}

TEST_CASE("two articles with one id each have a number") {
    Catalog catalog(definitions());
    CHECK(numbers(catalog.apply({put(Sketch("a").id("urn:x")), put(Sketch("b").id("urn:x"))}, noon)).size() == 2);
    (void)catalog.apply({put(Sketch("a").id("urn:x")), put(Sketch("b").id("urn:x"))}, noon);
    CHECK(catalog.next_number() == 3);
    CHECK(numbers(catalog.apply({gone("a")}, noon)) == Told{"a: 0"});
    CHECK(feed_of(catalog, {site, ""}).articles == 1);
}

TEST_CASE("three times as many entries as a window holds leave the pages that are closed as they are") {
    Catalog catalog(small_pages());
    const Update first = catalog.apply(series(1, 4), noon + 100h);
    REQUIRE(first.pages.size() == 2);  // of the site and of the tag
    CHECK(paths(catalog.page({tags, "go"}, 1)) == Paths{"2", "1"});
    const Update more = catalog.apply(series(5, 16), noon + 100h);
    for (const StalePage& page : more.pages) {
        CHECK(page.number > 1);
    }
    CHECK(paths(catalog.page({tags, "go"}, 1)) == Paths{"2", "1"});
    CHECK(catalog.page({tags, "go"}, 8).empty());
    CHECK(catalog.page({tags, "go"}, 0).empty());
    CHECK(catalog.page({tags, "rust"}, 1).empty());
}

TEST_CASE("a backdated entry that no window would hold stands in the feed's document until a page takes it") {
    Catalog catalog(small_pages());
    (void)catalog.apply(series(1, 5), noon + 100h);
    const Update update = catalog.apply({put(Sketch("old").at(noon - 24h).tagged({"Go"}))}, noon + 100h);
    CHECK(paths(update.stale[1].feed.window) == Paths{"5", "4", "3", "2", "old"});
    (void)catalog.apply(series(6, 8), noon + 100h);
    CHECK(paths(feed_of(catalog, {tags, "go"}).window) == Paths{"8", "7", "6", "5"});
    CHECK(paths(catalog.page({tags, "go"}, 3)) == Paths{"5", "old"});
}

TEST_CASE("a page is stale when an entry in it is edited or leaves, and stays when all have left") {
    Catalog catalog(small_pages());
    (void)catalog.apply(series(1, 6), noon + 100h);
    const Update edited =
        catalog.apply({put(Sketch("1").at(noon + 1h).updated(noon + 50h).tagged({"Go"}))}, noon + 100h);
    REQUIRE(edited.pages.size() == 2);
    CHECK(edited.pages[1].feed == FeedKey{tags, "go"});
    CHECK(edited.pages[1].number == 1);
    CHECK(edited.pages[1].last_number == 2);
    CHECK(edited.pages[1].updated == noon + 50h);
    CHECK_FALSE(edited.pages[1].lost_entries);
    CHECK(edited.stale.empty());

    const Update left = catalog.apply({gone("1"), gone("2")}, noon + 100h);
    REQUIRE(left.pages.size() == 2);
    CHECK(left.pages[1].lost_entries);
    CHECK(left.pages[1].updated == Instant::min());
    CHECK(left.stale[1].left == std::vector<std::string>{"urn:test:1", "urn:test:2"});
    CHECK(left.stale[1].feed.pages == 2);
    CHECK(catalog.page({tags, "go"}, 1).empty());
}

TEST_CASE("a feed is stale when something left it, though its window is what it was") {
    Catalog catalog(small_pages());
    (void)catalog.apply(series(1, 8), noon + 100h);
    const Update update = catalog.apply({gone("1")}, noon + 100h);
    CHECK(keys(update) == std::vector<std::string>{"site", "go"});
    CHECK(update.stale[0].left == std::vector<std::string>{"urn:test:1"});
    CHECK(paths(update.stale[0].feed.window) == Paths{"8", "7", "6", "5"});
}
