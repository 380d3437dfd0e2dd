#include "base/slug.hpp"
#include "base/uri.hpp"
#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"
#include "catalog/slug_table.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

TEST_CASE("a feed's title uses the most frequent spelling, ties: the earliest article's") {
    struct Case {
        std::vector<std::string> spellings;  // of articles, the oldest first
        std::string displayed;
    };
    const auto row = GENERATE(values<Case>({
        {{"Go"}, "Go"},
        {{"go", "Go", "Go"}, "Go"},
        {{"GO", "Go", "go"}, "GO"},
        {{"go", "GO", "Go", "Go", "GO"}, "GO"},
        {{"C++", "c++", "c++"}, "c++"},
        {{"ＡＩ 芯片", "ＡＩ 芯片", "ａｉ 芯片"}, "ＡＩ 芯片"},
    }));
    Catalog catalog(definitions());
    std::vector<Change> changes;
    for (std::size_t i = 0; i < row.spellings.size(); ++i) {
        changes.push_back(put(Sketch(std::to_string(9 - i)).at(noon + i * 1s).tagged({row.spellings[i]})));
    }
    (void)catalog.apply(changes, noon + 1h);
    REQUIRE(catalog.feeds().size() == 2);
    CHECK(catalog.feeds()[tags].term == row.displayed);
    CHECK(catalog.feeds()[tags].articles == row.spellings.size());
}

TEST_CASE("a term's feed is stale when its displayed spelling changes, though its window does not") {
    feed::Window window;
    window.entries = 1;
    window.recent = 0s;
    Catalog catalog(definitions(window));
    (void)catalog.apply(
        {put(Sketch("newest").at(noon).tagged({"Go"})), put(Sketch("old").at(noon - 48h).tagged({"go"}))}, noon);
    CHECK(feed_of(catalog, {tags, "go"}).term == "go");
    const Update update = catalog.apply({put(Sketch("old").at(noon - 48h).tagged({"Go"}))}, noon);
    CHECK(keys(update) == std::vector<std::string>{"go"});
    CHECK(update.feed_list_changed);
    CHECK(feed_of(catalog, {tags, "go"}).term == "Go");
}

TEST_CASE("every term has a slug of its own that can stand in a URL") {
    struct Case {
        std::string key;
        std::string slug;
    };
    const auto row = GENERATE(values<Case>({
        {"go", "go"},
        {"c++", "c%2B%2B"},
        {"c#", "c%23"},
        {"ci/cd", "ci-cd"},
        {"中文 标签", "%E4%B8%AD%E6%96%87-%E6%A0%87%E7%AD%BE"},
        {"..", encode_segment(term_slug(".."))},
        {"😀", encode_segment(term_slug("😀"))},
    }));
    SlugTable slugs;
    const std::string slug = slugs.give(row.key);
    CHECK(slug == row.slug);
    CHECK(slug.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~%") ==
          std::string::npos);
    CHECK(slug != "..");
}

TEST_CASE("of terms that collide the first keeps the plain slug, and no two ever share one") {
    SlugTable slugs;
    CHECK(slugs.give("foo:bar") == "foobar");
    CHECK(slugs.give("foobar") == encode_segment(distinct_term_slug("foobar")));

    SlugTable unlucky;  // a term that is spelled like another's distinct slug, and came first
    CHECK(unlucky.give("foo:bar") == "foobar");
    const std::string distinct = distinct_term_slug("foobar");
    REQUIRE(unlucky.give(distinct) == encode_segment(distinct));
    CHECK(unlucky.give("foobar") == encode_segment(distinct + "-2"));
}

TEST_CASE("of terms that come at once the one with the earliest article gets the plain slug") {
    Catalog catalog(definitions());
    (void)catalog.apply(
        {put(Sketch("a").at(noon).tagged({"foobar"})), put(Sketch("b").at(noon - 1h).tagged({"foo:bar"}))}, noon);
    CHECK(feed_of(catalog, {tags, "foo:bar"}).slug == "foobar");
    CHECK(feed_of(catalog, {tags, "foobar"}).slug == distinct_term_slug("foobar"));
}

TEST_CASE("a slug once given is kept, also while its term has no articles and when an older article comes") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"foobar"}))}, noon);
    (void)catalog.apply({gone("a"), put(Sketch("b").at(noon - 24h).tagged({"foo:bar"}))}, noon);
    CHECK(feed_of(catalog, {tags, "foo:bar"}).slug == distinct_term_slug("foo:bar"));
    (void)catalog.apply({put(Sketch("a").tagged({"Foobar"}))}, noon);
    CHECK(feed_of(catalog, {tags, "foobar"}).slug == "foobar");
}

TEST_CASE("a term whose last article goes keeps its name and slug in an empty feed that is no longer listed") {
    Catalog catalog(definitions());
    (void)catalog.apply({put(Sketch("a").tagged({"Go"}))}, noon);
    const Update update = catalog.apply({gone("a")}, noon);
    REQUIRE(keys(update) == std::vector<std::string>{"site", "go"});
    const FeedState& empty = update.stale[1].feed;
    CHECK(empty.term == "Go");
    CHECK(empty.slug == "go");
    CHECK(empty.window.empty());
    CHECK(update.feed_list_changed);
    CHECK(catalog.feeds().size() == 1);
}

TEST_CASE("every taxonomy has its own slugs, and each of its definitions its own feed for every term") {
    std::vector<feed::Definition> all = definitions();
    all.push_back(all[tags]);
    all.back().name = "tags-short";
    all.back().window.entries = 1;
    all.push_back(all[tags]);
    all.back().name = "categories";
    all.back().each = "categories";
    Catalog catalog(all);
    content::Article both = *Sketch("a").tagged({"Go"}).make();
    both.metadata.taxonomies.push_back({"categories", {"GO"}});
    both.metadata.taxonomies.push_back({"series", {"no feed of its own"}});
    const Update update = catalog.apply(
        {put(std::make_shared<const content::Article>(both)), put(Sketch("b").at(noon - 24h).tagged({"Go"}))}, noon);
    REQUIRE(update.stale.size() == 4);
    CHECK(feed_of(catalog, {1, "go"}).window.size() == 2);
    CHECK(feed_of(catalog, {2, "go"}).window.size() == 1);
    CHECK(feed_of(catalog, {3, "go"}).term == "GO");
    CHECK(feed_of(catalog, {3, "go"}).slug == "go");
}
