// A catalog that takes up where another stood behaves like the other one.
#include "catalog/world.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

// What somebody remembers who is told of all updates.
class Notes {
  public:
    explicit Notes(std::vector<feed::Definition> definitions) : definitions_(std::move(definitions)) {}

    void take(const std::vector<Change>& changes, const Update& update, Instant now) {
        as_of_ = now;
        for (const Change& change : changes) {
            articles_[change.path] = change.article;
        }
        for (const Renumbered& renumbered : update.entered) {
            entered_[renumbered.path] = renumbered.entered;
        }
        for (const StaleFeed& stale : update.stale) {
            feeds_[stale.feed.key] = stale.feed;
        }
        for (const StalePage& page : update.pages) {
            pages_[page.feed][page.number] = page.last_number;
        }
    }

    [[nodiscard]] Memory memory(const Catalog& catalog) const {
        Memory memory{as_of_, catalog.next_number(), {}, {}, {}};
        for (const auto& [path, article] : articles_) {
            const auto entered = entered_.find(path);
            if (article) memory.articles.push_back({article, entered == entered_.end() ? Entered{} : entered->second});
        }
        for (const auto& [key, feed] : feeds_) {
            if (key.definition == tags) {
                memory.terms.push_back({definitions_[tags].each, key.term, feed.term, feed.slug});
            }
        }
        for (const auto& [key, pages] : pages_) {
            memory.pages.push_back({key, {}});
            for (const auto& [number, last_number] : pages) memory.pages.back().last_numbers.push_back(last_number);
        }
        return memory;
    }

    [[nodiscard]] const std::map<FeedKey, FeedState>& feeds() const { return feeds_; }

  private:
    std::vector<feed::Definition> definitions_;
    Instant as_of_ = Instant::min();
    std::map<std::string, ArticlePtr> articles_;
    std::map<std::string, Entered> entered_;
    std::map<FeedKey, FeedState> feeds_;
    std::map<FeedKey, std::map<std::size_t, std::uint64_t>> pages_;
};

auto parts(const FeedState& feed) {
    return std::tie(feed.key, feed.term, feed.slug, feed.articles, feed.window, feed.pages);
}

bool same_feeds(const std::vector<FeedState>& a, const std::vector<FeedState>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const FeedState& one, const FeedState& other) { return parts(one) == parts(other); });
}

void compare(const Catalog& a, const Catalog& b) {
    CHECK(same_feeds(a.feeds(), b.feeds()));
    CHECK(a.next_number() == b.next_number());
    CHECK(a.below("") == b.below(""));
    for (const FeedState& feed : a.feeds()) {
        for (std::size_t page = 1; page <= feed.pages; ++page) CHECK(a.page(feed.key, page) == b.page(feed.key, page));
    }
    for (const ArticlePtr& article : a.below("")) {
        CHECK(a.is_shown(article->path) == b.is_shown(article->path));
        CHECK(a.in_a_window(*article) == b.in_a_window(*article));
    }
}

void compare_what_is_remembered(const Update& a, const Update& b) {
    CHECK(a.next_due == b.next_due);
    CHECK(std::equal(a.entered.begin(), a.entered.end(), b.entered.begin(), b.entered.end(),
                     [](const Renumbered& one, const Renumbered& other) {
                         return one.path == other.path && one.entered == other.entered;
                     }));
    CHECK(std::equal(a.pages.begin(), a.pages.end(), b.pages.begin(), b.pages.end(),
                     [](const StalePage& one, const StalePage& other) {
                         return std::tie(one.feed, one.number, one.last_number, one.updated, one.lost_entries) ==
                                std::tie(other.feed, other.number, other.last_number, other.updated,
                                         other.lost_entries);
                     }));
    CHECK(a.hidden == b.hidden);
}

void compare_what_is_stale(const Update& a, const Update& b) {
    CHECK(std::equal(a.stale.begin(), a.stale.end(), b.stale.begin(), b.stale.end(),
                     [](const StaleFeed& one, const StaleFeed& other) {
                         return parts(one.feed) == parts(other.feed) && one.left == other.left;
                     }));
    CHECK(a.shown == b.shown);
    CHECK(a.feed_list_changed == b.feed_list_changed);
}

// Told of the same changes, once after `restored` came to be.
void step_together(World& world, Catalog& catalog, Catalog& restored, Notes& notes) {
    std::vector<Change> changes = world.step();
    const Update first = restored.apply(changes, world.now());
    const Update update = catalog.apply(changes, world.now());
    notes.take(changes, update, world.now());
    compare(catalog, restored);
    compare_what_is_remembered(update, first);
    CHECK(first.shown == world.seen());
    CHECK(first.stale.size() == notes.feeds().size());
    for (const StaleFeed& stale : first.stale) {
        const FeedState& told = notes.feeds().at(stale.feed.key);
        CHECK(std::tie(stale.feed.term, stale.feed.slug) == std::tie(told.term, told.slug));
        CHECK(std::tie(stale.feed.window, stale.feed.pages) == std::tie(told.window, told.pages));
    }

    changes = world.step();
    const Update second = restored.apply(changes, world.now());
    const Update last = catalog.apply(changes, world.now());
    notes.take(changes, last, world.now());
    compare(catalog, restored);
    compare_what_is_remembered(last, second);
    compare_what_is_stale(last, second);
}

Memory remembered(std::vector<RememberedArticle> articles) {
    Memory memory;
    memory.as_of = noon;
    memory.next_number = 100;
    memory.articles = std::move(articles);
    return memory;
}

Entered number(std::uint64_t number) { return {number, {}}; }

}  // namespace

TEST_CASE("a restored catalog behaves like one that was never interrupted") {
    const auto duplicates = GENERATE(Duplicates::shown, Duplicates::hidden);
    const auto window =
        GENERATE(small_window(2, 90min, 100'000), small_window(3, 90min, 10'000), small_window(6, 0s, 20'000));
    for (unsigned seed = 0; seed < 40; ++seed) {
        World world(seed, duplicates, window);
        Catalog catalog(world.definitions(), duplicates);
        Notes notes(world.definitions());
        for (int step = 0; step < 15; ++step) {
            CAPTURE(seed, duplicates, window.entries, step);
            const std::vector<Change> changes = world.step();
            notes.take(changes, catalog.apply(changes, world.now()), world.now());
            Catalog restored(world.definitions(), duplicates);
            restored.restore(notes.memory(catalog));
            step_together(world, catalog, restored, notes);
        }
    }
}

TEST_CASE("a remembered term keeps the plain slug, though an article of an earlier date brings one that collides") {
    Memory memory = remembered({{Sketch("a").tagged({"foobar"}).make(), number(1)}});
    memory.terms.push_back({"tags", "foobar", "foobar", "foobar"});
    Catalog catalog(definitions());
    catalog.restore(memory);
    (void)catalog.apply({put(Sketch("b").at(noon - 24h).tagged({"foo:bar"}))}, noon);
    CHECK(feed_of(catalog, {tags, "foobar"}).slug == "foobar");
    CHECK(feed_of(catalog, {tags, "foo:bar"}).slug != "foobar");
}

TEST_CASE("a remembered term without articles has an empty feed that is not listed, under its name and slug") {
    Memory memory = remembered({});
    memory.terms.push_back({"tags", "go", "Go", "golang"});
    Catalog catalog(definitions());
    catalog.restore(memory);
    const Update update = catalog.apply({}, noon);
    REQUIRE(keys(update) == std::vector<std::string>{"site", "go"});
    CHECK(update.stale[1].feed.term == "Go");
    CHECK(update.stale[1].feed.slug == "golang");
    CHECK(update.stale[1].feed.window.empty());
    CHECK(catalog.feeds().size() == 1);
    CHECK(catalog.apply({}, noon).stale.empty());
}

TEST_CASE("what became due since the memory was written happens with the first update") {
    Catalog catalog(definitions());
    catalog.restore(remembered(
        {{Sketch("expired").until(noon + 1h).make(), number(1)}, {Sketch("scheduled").at(noon + 1h).make(), {}}}));
    const Update update = catalog.apply({}, noon + 2h);
    CHECK(paths(update.shown) == Paths{"scheduled"});
    CHECK(paths(update.hidden) == Paths{"expired"});
    CHECK(update.stale[0].left == std::vector<std::string>{"urn:test:expired"});
    REQUIRE(update.entered.size() == 2);
    CHECK(update.entered[0].entered == Entered{});
    CHECK(update.entered[1].entered == number(100));
}

TEST_CASE("an article stands where the memory says, until the first update judges it by what it says itself") {
    Catalog catalog(definitions());
    catalog.restore(remembered({{Sketch("draft").draft().make(), number(1)}, {Sketch("forgotten").make(), {}}}));
    const Update update = catalog.apply({}, noon);
    CHECK(paths(update.shown) == Paths{"forgotten"});
    CHECK(paths(update.hidden) == Paths{"draft"});
}

TEST_CASE("an article that the memory shows a little before its time keeps its number") {
    Catalog catalog(definitions());
    catalog.restore(remembered({{Sketch("a").at(noon + 1s).make(), number(7)}}));
    CHECK(catalog.apply({}, noon + 1s).entered.empty());
    CHECK(catalog.is_shown("a"));
}

TEST_CASE("duplicates that were shown leave, where they are to be hidden now") {
    const std::string original = "https://example.org/story";
    Memory memory = remembered({{Sketch("paper").at(noon).tells_of(original).make(), number(1)},
                                {Sketch("wire").at(noon - 1h).tells_of(original).make(), number(2)}});
    Catalog catalog(definitions(), Duplicates::hidden);
    catalog.restore(memory);
    const Update update = catalog.apply({}, noon);
    CHECK(paths(update.shown) == Paths{"wire"});
    CHECK(update.stale[0].left == std::vector<std::string>{"urn:test:paper"});
    REQUIRE(update.entered.size() == 1);
    CHECK(update.entered[0].path == "paper");
    CHECK(update.entered[0].entered == Entered{});
}

TEST_CASE("duplicates that were hidden enter, where all are to be shown now") {
    const std::string original = "https://example.org/story";
    Memory memory = remembered({{Sketch("paper").at(noon).tells_of(original).make(), {}},
                                {Sketch("wire").at(noon - 1h).tells_of(original).make(), number(2)}});
    Catalog catalog(definitions());
    catalog.restore(memory);
    const Update update = catalog.apply({}, noon);
    CHECK(paths(update.shown) == Paths{"wire", "paper"});
    REQUIRE(update.entered.size() == 1);
    CHECK(update.entered[0].entered == number(100));
}

TEST_CASE("remembered pages stand though the limits are different now, and more are closed where they are too few") {
    feed::Window window = small_window(4, 0s, 100'000);
    Memory memory = remembered({});
    for (std::uint64_t i = 1; i <= 10; ++i) {
        memory.articles.push_back({Sketch(std::to_string(i)).at(noon - 24h + i * 1h).make(), number(i)});
    }
    memory.pages.push_back({{site, ""}, {5}});
    Catalog catalog(definitions(window));
    catalog.restore(memory);
    const Update update = catalog.apply({}, noon);
    CHECK(paths(catalog.page({site, ""}, 1)) == Paths{"5", "4", "3", "2", "1"});
    REQUIRE(update.pages.size() == 1);
    CHECK(update.pages[0].number == 2);
    CHECK(update.pages[0].last_number == 7);
    CHECK(update.stale[0].feed.pages == 2);
}

TEST_CASE("what is remembered of definitions and taxonomies that there are no more is left out") {
    Memory memory = remembered({});
    memory.terms.push_back({"series", "go", "Go", "go"});
    memory.pages.push_back({{tags, "unknown"}, {5}});
    memory.pages.push_back({{7, ""}, {5}});
    Catalog catalog(definitions());
    catalog.restore(memory);
    CHECK(keys(catalog.apply({}, noon)) == std::vector<std::string>{"site"});
}
