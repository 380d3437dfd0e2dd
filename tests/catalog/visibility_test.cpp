#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

TEST_CASE("drafts, unlisted, future and expired articles are invisible") {
    struct Case {
        std::string what;
        ArticlePtr article;
        bool visible;
    };
    const auto row = GENERATE(values<Case>({
        {"published before", Sketch("a").at(noon - 1h).make(), true},
        {"published this very instant", Sketch("a").at(noon).make(), true},
        {"published in a microsecond", Sketch("a").at(noon + 1us).make(), false},
        {"expires in a microsecond", Sketch("a").at(noon - 1h).until(noon + 1us).make(), true},
        {"expires this very instant", Sketch("a").at(noon - 1h).until(noon).make(), false},
        {"expires before it is published", Sketch("a").at(noon).until(noon - 1h).make(), false},
        {"held until this very instant", Sketch("a").at(noon - 1h).held_until(noon).make(), true},
        {"held for another microsecond", Sketch("a").at(noon - 1h).held_until(noon + 1us).make(), false},
        {"draft", Sketch("a").at(noon - 1h).draft().make(), false},
        {"unlisted", Sketch("a").at(noon - 1h).unlisted().make(), false},
    }));
    CAPTURE(row.what);
    CHECK(is_visible(*row.article, noon) == row.visible);

    Catalog catalog(definitions());
    const Update update = catalog.apply({{"a", row.article}}, noon);
    CHECK(update.shown.size() == (row.visible ? 1u : 0u));
    CHECK(feed_of(catalog, {site, ""}).articles == (row.visible ? 1u : 0u));
    CHECK(catalog.find("a") == row.article);
}

TEST_CASE("a term known only from invisible articles has no feed") {
    Catalog catalog(definitions());
    const Update update = catalog.apply(
        {put(Sketch("a").draft().tagged({"secret"})), put(Sketch("b").at(noon + 1h).tagged({"secret"}))}, noon);
    CHECK(keys(update) == std::vector<std::string>{"site"});
    CHECK(catalog.feeds().size() == 1);
}

TEST_CASE("a scheduled article appears at its second") {
    Catalog catalog(definitions());
    const Update scheduled = catalog.apply({put(Sketch("a").at(noon + 1h).tagged({"Go"}))}, noon);
    CHECK(scheduled.next_due == noon + 1h);
    CHECK(catalog.advance(noon + 1h - 1us).stale.empty());
    const Update published = catalog.advance(noon + 1h);
    CHECK(keys(published) == std::vector<std::string>{"site", "go"});
    CHECK(paths(published.shown) == Paths{"a"});
    CHECK(published.feed_list_changed);
    CHECK_FALSE(published.next_due);
}

TEST_CASE("an article that is held back appears when it is held no more") {
    Catalog catalog(definitions());
    const Update held = catalog.apply({put(Sketch("a").at(noon).held_until(noon + 2min))}, noon);
    CHECK(held.shown.empty());
    CHECK(held.next_due == noon + 2min);
    CHECK(paths(catalog.advance(noon + 2min).shown) == Paths{"a"});
}

TEST_CASE("an article that is held back beyond its date waits for the later instant") {
    Catalog catalog(definitions());
    CHECK(catalog.apply({put(Sketch("a").at(noon + 1h).held_until(noon + 2min))}, noon).next_due == noon + 1h);
    CHECK(catalog.apply({put(Sketch("a").at(noon + 1h).held_until(noon + 2h))}, noon).next_due == noon + 2h);
}

TEST_CASE("an article that expires leaves its feeds") {
    Catalog catalog(definitions());
    CHECK(catalog.apply({put(Sketch("a").until(noon + 1h).tagged({"Go"}))}, noon).next_due == noon + 1h);
    const Update expired = catalog.advance(noon + 1h);
    CHECK(keys(expired) == std::vector<std::string>{"site", "go"});
    CHECK(expired.stale.front().left == std::vector<std::string>{"urn:test:a"});
    CHECK(paths(expired.hidden) == Paths{"a"});
    CHECK(expired.shown.empty());
}

TEST_CASE("an article that appeared and expired since the last look was never there") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").at(noon + 1h).until(noon + 2h))}, noon);
    const Update update = catalog.advance(noon + 3h);
    CHECK(update.stale.empty());
    CHECK(update.shown.empty());
    CHECK(update.hidden.empty());
}

TEST_CASE("a clock that goes back hides what is in the future again, and shows what has not yet expired") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("news").at(noon + 2h)), put(Sketch("offer").until(noon + 1h))}, noon + 3h);
    const Update back = catalog.advance(noon);
    CHECK(paths(back.shown) == Paths{"offer"});
    CHECK(paths(back.hidden) == Paths{"news"});
    CHECK(back.next_due == noon + 1h);
}

TEST_CASE("changes are judged by the time of their update, and so is all that became due with them") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("due").at(noon + 1h))}, noon);
    const Update update = catalog.apply({put(Sketch("new").at(noon + 2h))}, noon + 2h);
    CHECK(paths(update.shown) == Paths{"due", "new"});
}

TEST_CASE("a change of an article that becomes due in the same update counts alone") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").at(noon + 1h))}, noon);
    const ArticlePtr mended = Sketch("a").at(noon + 1h).tagged({"Go"}).make();
    CHECK(catalog.apply({put(mended)}, noon + 1h).shown == std::vector<ArticlePtr>{mended});
    CHECK(feed_of(catalog, {site, ""}).window == std::vector<ArticlePtr>{mended});
}

TEST_CASE("what no time will show makes nothing due") {
    Catalog catalog(definitions());
    const Update update = catalog.apply(
        {put(Sketch("draft").at(noon + 1h).draft()), put(Sketch("contrary").at(noon + 2h).until(noon + 1h)),
         put(Sketch("held").held_until(noon + 2h).until(noon + 1h))},
        noon);
    CHECK_FALSE(update.next_due);
}

TEST_CASE("of the articles on one original the earliest published is shown, where duplicates are to be hidden") {
    const std::string original = "https://example.org/story";
    const auto wire = put(Sketch("wire.md").at(noon - 2h).tells_of(original));
    const auto paper = put(Sketch("paper.md").at(noon - 1h).tells_of(original));
    Catalog all({definitions()});
    (void)all.apply({wire, paper}, noon);
    CHECK(paths(feed_of(all, {site, ""}).window) == Paths{"paper.md", "wire.md"});

    Catalog catalog(definitions(), Duplicates::hidden);
    (void)catalog.apply({paper}, noon);
    CHECK(paths(feed_of(catalog, {site, ""}).window) == Paths{"paper.md"});
    (void)catalog.apply({wire}, noon);
    CHECK(paths(feed_of(catalog, {site, ""}).window) == Paths{"wire.md"});
    CHECK_FALSE(catalog.is_shown("paper.md"));
    (void)catalog.apply({gone("wire.md")}, noon);
    CHECK(paths(feed_of(catalog, {site, ""}).window) == Paths{"paper.md"});
}
