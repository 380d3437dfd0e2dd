#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

// Windows of the two newest, so that little is needed to stand outside.
std::vector<feed::Definition> short_windows() {
    feed::Window window;
    window.entries = 2;
    window.recent = 0s;
    return definitions(window);
}

}  // namespace

TEST_CASE("the first update tells of the site's feed, though there is no article") {
    Catalog catalog(definitions());
    const Update first = catalog.apply({}, noon);
    CHECK(keys(first) == std::vector<std::string>{"site"});
    CHECK(first.feed_list_changed);
    CHECK(catalog.apply({}, noon).stale.empty());
}

TEST_CASE("a new article makes its own feeds stale, and no other") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"})), put(Sketch("b").tagged({"Rust"}))}, noon);
    const Update update = catalog.apply({put(Sketch("c").tagged({"Rust", "C++"}))}, noon);
    CHECK(keys(update) == std::vector<std::string>{"site", "c++", "rust"});
    CHECK(update.feed_list_changed);
    for (const StaleFeed& stale : update.stale) {
        CHECK(stale.left.empty());
    }
}

TEST_CASE("an edit of an article that stands in no window makes nothing stale, and is shown") {
    Catalog catalog(short_windows());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"})), put(Sketch("b").tagged({"Go"})),
                         put(Sketch("old").at(noon - 24h).tagged({"Go"}))},
                        noon);
    const ArticlePtr edited = Sketch("old").at(noon - 24h).tagged({"Go"}).body_bytes(2).make();
    const Update update = catalog.apply({put(edited)}, noon);
    CHECK(update.stale.empty());
    CHECK(update.shown == std::vector<ArticlePtr>{edited});
    CHECK(update.hidden.empty());
    CHECK_FALSE(update.feed_list_changed);
}

TEST_CASE("an article given again as it is changes nothing") {
    Catalog catalog(definitions());
    const ArticlePtr article = Sketch("a").tagged({"Go"}).make();
    (void)catalog.apply({put(article)}, noon);
    const Update update = catalog.apply({put(article), gone("unknown")}, noon);
    CHECK(update.stale.empty());
    CHECK(update.shown.empty());
    CHECK(update.hidden.empty());
}

TEST_CASE("of several changes of one path the last one counts") {
    Catalog catalog(definitions());
    const ArticlePtr last = Sketch("a").tagged({"Rust"}).make();
    const Update update = catalog.apply({put(Sketch("a").tagged({"Go"})), gone("a"), put(last)}, noon);
    CHECK(keys(update) == std::vector<std::string>{"site", "rust"});
    CHECK(update.shown == std::vector<ArticlePtr>{last});
}

TEST_CASE("deleted and retagged articles are losses for the feeds they left") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"})), put(Sketch("b").tagged({"Go", "Rust"}))}, noon);

    const Update retagged = catalog.apply({put(Sketch("b").tagged({"Rust"}))}, noon);
    REQUIRE(keys(retagged) == std::vector<std::string>{"site", "go", "rust"});
    CHECK(retagged.stale[0].left.empty());
    CHECK(retagged.stale[1].left == std::vector<std::string>{"urn:test:b"});
    CHECK(retagged.stale[2].left.empty());

    const Update deleted = catalog.apply({gone("b")}, noon);
    REQUIRE(keys(deleted) == std::vector<std::string>{"site", "rust"});
    CHECK(deleted.stale[0].left == std::vector<std::string>{"urn:test:b"});
    CHECK(paths(deleted.hidden) == Paths{"b"});
}

TEST_CASE("a renamed article is no loss: its id is still there") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("old").tagged({"Go"}))}, noon);
    const Update renamed = catalog.apply({gone("old"), put(Sketch("new").id("urn:test:old").tagged({"Go"}))}, noon);
    REQUIRE(keys(renamed) == std::vector<std::string>{"site", "go"});
    CHECK(renamed.stale[0].left.empty());
    CHECK(renamed.stale[1].left.empty());
    CHECK_FALSE(renamed.feed_list_changed);
    CHECK(paths(renamed.hidden) == Paths{"old"});
    CHECK(paths(renamed.shown) == Paths{"new"});
}

TEST_CASE("an article stands in a window as long as any feed shows it") {
    Catalog catalog(short_windows());
    const ArticlePtr old = Sketch("old").at(noon - 24h).tagged({"rare"}).make();
    (void)catalog.apply({put(old)}, noon);
    CHECK(catalog.in_a_window(*old));
    (void)catalog.apply({put(Sketch("a")), put(Sketch("b"))}, noon);
    CHECK(catalog.in_a_window(*old));  // in the feed of its tag
    (void)catalog.apply({put(Sketch("c").tagged({"rare"})), put(Sketch("d").tagged({"rare"}))}, noon);
    CHECK_FALSE(catalog.in_a_window(*old));
    (void)catalog.apply({gone("d")}, noon);
    CHECK(catalog.in_a_window(*old));
    (void)catalog.apply({gone("old")}, noon);
    CHECK_FALSE(catalog.in_a_window(*old));
}

TEST_CASE("a body is needed as long as an article with the same bytes stands in a window") {
    Catalog catalog(definitions());
    const ArticlePtr old = Sketch("old").make();
    (void)catalog.apply({put(old)}, noon);
    content::Article moved = *old;
    moved.path = "new";
    (void)catalog.apply({gone("old"), put(std::make_shared<const content::Article>(moved))}, noon);
    CHECK(catalog.in_a_window(*old));
    (void)catalog.apply({gone("new")}, noon);
    CHECK_FALSE(catalog.in_a_window(*old));
}

TEST_CASE("articles are found by path, and by the folder they are below") {
    Catalog catalog(definitions());
    (void)catalog.apply(
        {put(Sketch("a/1.md")), put(Sketch("a/b/2.md").draft()), put(Sketch("a.md")), put(Sketch("ab/3.md"))}, noon);
    CHECK(catalog.find("a/1.md")->path == "a/1.md");
    CHECK(catalog.find("a") == nullptr);
    CHECK(paths(catalog.below("a")) == Paths{"a/1.md", "a/b/2.md"});
    CHECK(paths(catalog.below("a/b")) == Paths{"a/b/2.md"});
    CHECK(catalog.below("c").empty());
    CHECK(catalog.below("").size() == 4);
}

TEST_CASE("feeds are listed by definition, then by displayed term") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"b", "A", "中文"}))}, noon);
    std::vector<std::string> terms;
    for (const FeedState& state : catalog.feeds()) {
        terms.push_back(state.term);
    }
    CHECK(terms == std::vector<std::string>{"", "A", "b", "中文"});
}
