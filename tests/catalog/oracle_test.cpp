// Many random changes, applied one by one, are compared with a catalog built of the result at once; and what each
// update tells is compared with what a look at all feeds before and after it shows.
#include "catalog/catalog.hpp"
#include "catalog/world.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

using Face = std::tuple<std::string, std::string, std::vector<ArticlePtr>, std::size_t>;  // what readers see of a feed
using Faces = std::map<FeedKey, Face>;

Face face(const FeedState& feed) { return {feed.term, feed.slug, feed.window, feed.pages}; }

Faces faces(const Catalog& catalog) {
    Faces faces;
    for (const FeedState& feed : catalog.feeds()) {
        faces.emplace(feed.key, face(feed));
    }
    return faces;
}

std::set<FeedKey> differing(const Faces& before, const Faces& after) {
    std::set<FeedKey> keys;
    for (const auto& [key, seen] : before) {
        const auto found = after.find(key);
        if (found == after.end() || found->second != seen) {
            keys.insert(key);
        }
    }
    for (const auto& [key, seen] : after) {
        if (!before.contains(key)) {
            keys.insert(key);
        }
    }
    return keys;
}

// A catalog that is told of everything that happens.
class Told {
  public:
    Told(unsigned seed, Duplicates duplicates)
        : world_(seed, duplicates, small_window(3, 90min, 10'000)),
          catalog_(world_.definitions(), duplicates) {}

    void step() {
        const Faces before = faces(catalog_);
        const std::vector<ArticlePtr> seen_before = world_.seen();
        const std::vector<Change> changes = world_.step();
        const Update update = catalog_.apply(changes, world_.now());
        check_update(update, before);
        check_movements(update, seen_before);
        check_due(update);
    }

    void compare_with_one_built_at_once() {
        Catalog other(world_.definitions(), world_.duplicates());
        std::vector<Change> changes;
        for (const auto& [path, article] : world_.articles()) {
            changes.push_back({path, article});
        }
        (void)other.apply(changes, world_.now());
        const std::vector<FeedState> feeds = catalog_.feeds();
        const std::vector<FeedState> others = other.feeds();
        REQUIRE(feeds.size() == others.size());
        for (std::size_t i = 0; i < feeds.size(); ++i) {
            const FeedState& at_once = others[i];
            CHECK(feeds[i].key == at_once.key);
            CHECK(feeds[i].term == at_once.term);
            CHECK(feeds[i].slug == at_once.slug);
            CHECK(feeds[i].articles == at_once.articles);
        }
        for (const auto& [path, article] : world_.articles()) {
            CHECK(other.find(path) == catalog_.find(path));
        }
        CHECK(other.below("") == catalog_.below(""));
    }

  private:
    void check_update(const Update& update, const Faces& before) const {
        const Faces after = faces(catalog_);
        const std::set<FeedKey> changed = differing(before, after);
        std::set<FeedKey> stale;
        for (const StaleFeed& reported : update.stale) {
            CHECK(stale.insert(reported.feed.key).second);
            const auto listed = after.find(reported.feed.key);
            CHECK((listed == after.end() ? reported.feed.window.empty() : face(reported.feed) == listed->second));
            CHECK((!reported.left.empty() || changed.contains(reported.feed.key)));
        }
        CHECK(std::includes(stale.begin(), stale.end(), changed.begin(), changed.end()));
    }

    void check_movements(const Update& update, std::vector<ArticlePtr> before) const {
        std::vector<ArticlePtr> after = world_.seen();
        std::sort(before.begin(), before.end());
        std::sort(after.begin(), after.end());
        std::vector<ArticlePtr> shown = update.shown;
        std::sort(shown.begin(), shown.end());
        std::vector<ArticlePtr> appeared;
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(appeared));
        CHECK(shown == appeared);
        for (const auto& [path, article] : world_.articles()) {
            CHECK(catalog_.is_shown(path) == world_.is_seen(article));
        }
        for (const ArticlePtr& article : update.hidden) {
            CHECK(std::binary_search(before.begin(), before.end(), article));
            const auto held = world_.articles().find(article->path);
            CHECK_FALSE(world_.is_seen(held->second));
        }
    }

    void check_due(const Update& update) const {
        std::optional<Instant> due;
        const auto consider = [&](Instant instant) { due = std::min(due.value_or(instant), instant); };
        for (const auto& [path, article] : world_.articles()) {
            const Instant first = article ? std::max(article->published, article->held_until) : Instant::min();
            if (!article || !is_visible(*article, first)) {
                continue;
            }
            if (first > world_.now()) {
                consider(first);
            } else if (article->metadata.expires > world_.now()) {
                consider(*article->metadata.expires);
            }
        }
        CHECK(update.next_due == due);
    }

    World world_;
    Catalog catalog_;
};

}  // namespace

TEST_CASE("changes applied one by one give what a catalog built at once gives, and nothing stale goes unreported") {
    const auto duplicates = GENERATE(Duplicates::shown, Duplicates::hidden);
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed, duplicates);
        Told told(seed, duplicates);
        for (int step = 0; step < 40; ++step) {
            CAPTURE(step);
            told.step();
        }
        told.compare_with_one_built_at_once();
    }
}
