// Many random changes, applied one by one, are compared with a catalog built of the result at once; and what each
// update tells is compared with what a look at all feeds before and after it shows.
#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

using Face = std::tuple<std::string, std::string, std::vector<ArticlePtr>>;  // what readers see of a feed
using Faces = std::map<FeedKey, Face>;

Face face(const FeedState& feed) { return {feed.term, feed.slug, feed.window}; }

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

class World {
  public:
    World(unsigned seed, Duplicates duplicates) : random_(seed), duplicates_(duplicates) {
        feed::Window window;
        window.entries = 3;
        window.recent = 90min;
        window.entries_max = 5;
        window.body_bytes_max = 10'000;
        definitions_ = definitions(window);
        definitions_.push_back(definitions_[tags]);
        definitions_.back().name = "tags-short";
        definitions_.back().window.entries = 1;
        catalog_.emplace(definitions_, duplicates_);
    }

    void step() {
        const Faces before = faces(*catalog_);
        const std::vector<ArticlePtr> visible_before = visible();
        std::vector<Change> changes;
        for (int count = pick(4); count > 0; --count) {
            changes.push_back(change());
        }
        now_ += pick(3) == 0 ? std::chrono::minutes(pick(240) - 100) : 0min;
        for (const Change& change : changes) {
            articles_[change.path] = change.article;
        }
        const Update update = catalog_->apply(changes, now_);
        check_update(update, before);
        check_movements(update, visible_before);
        check_due(update);
    }

    void compare_with_one_built_at_once() {
        Catalog other(definitions_, duplicates_);
        std::vector<Change> changes;
        for (const auto& [path, article] : articles_) {
            changes.push_back({path, article});
        }
        (void)other.apply(changes, now_);
        CHECK(faces(other) == faces(*catalog_));
        for (const auto& [path, article] : articles_) {
            CHECK(other.find(path) == catalog_->find(path));
            CHECK((!article || other.in_a_window(*article) == catalog_->in_a_window(*article)));
        }
        CHECK(other.below("") == catalog_->below(""));
    }

  private:
    int pick(int below) { return std::uniform_int_distribution<>(0, below - 1)(random_); }

    Change change() {
        static const std::vector<std::string> spellings = {"Go", "go", "GO", "C++", "c++", "中文 标签", "..", "😀"};
        const std::string path = std::to_string(pick(14));
        if (pick(4) == 0) {
            return gone(path);
        }
        Sketch sketch(path);
        if (duplicates_ == Duplicates::hidden && pick(3) > 0) {
            sketch.tells_of("https://example.org/" + std::to_string(pick(3)));
        }
        sketch.at(noon + std::chrono::minutes(30 * pick(12))).body_bytes(static_cast<std::size_t>(pick(5)) * 2000);
        if (pick(5) == 0) {
            sketch.until(noon + std::chrono::minutes(30 * pick(16)));
        }
        if (pick(10) == 0) {
            sketch.draft();
        }
        std::vector<std::string> terms = {spellings[static_cast<std::size_t>(pick(5))]};
        if (pick(2) == 0) {
            terms.push_back(spellings[5 + static_cast<std::size_t>(pick(3))]);
        }
        return put(sketch.tagged(terms));
    }

    // Of one original the earliest published, ties by path: the order in which the articles stand here.
    [[nodiscard]] bool is_duplicate(const ArticlePtr& article) const {
        const std::string& original = article->metadata.external_url;
        if (duplicates_ == Duplicates::shown || original.empty()) {
            return false;
        }
        return std::any_of(articles_.begin(), articles_.end(), [&](const auto& one) {
            const ArticlePtr& other = one.second;
            return other && is_visible(*other, now_) && other->metadata.external_url == original &&
                   std::tie(other->published, other->path) < std::tie(article->published, article->path);
        });
    }

    [[nodiscard]] bool is_seen(const ArticlePtr& article) const {
        return article && is_visible(*article, now_) && !is_duplicate(article);
    }

    std::vector<ArticlePtr> visible() const {
        std::vector<ArticlePtr> visible;
        for (const auto& [path, article] : articles_) {
            CHECK(catalog_->is_shown(path) == is_seen(article));
            if (is_seen(article)) {
                visible.push_back(article);
            }
        }
        std::sort(visible.begin(), visible.end());
        return visible;
    }

    void check_update(const Update& update, const Faces& before) const {
        const Faces after = faces(*catalog_);
        std::set<FeedKey> stale;
        for (const StaleFeed& reported : update.stale) {
            CHECK(stale.insert(reported.feed.key).second);
            const auto listed = after.find(reported.feed.key);
            CHECK((listed == after.end() ? reported.feed.window.empty() : face(reported.feed) == listed->second));
        }
        CHECK(stale == differing(before, after));
    }

    void check_movements(const Update& update, const std::vector<ArticlePtr>& before) const {
        const std::vector<ArticlePtr> after = visible();
        std::vector<ArticlePtr> shown = update.shown;
        std::sort(shown.begin(), shown.end());
        std::vector<ArticlePtr> appeared;
        std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(appeared));
        CHECK(shown == appeared);
        for (const ArticlePtr& article : update.hidden) {
            CHECK(std::binary_search(before.begin(), before.end(), article));
            const auto held = articles_.find(article->path);
            CHECK_FALSE(is_seen(held->second));
        }
    }

    void check_due(const Update& update) const {
        std::optional<Instant> due;
        const auto consider = [&](Instant instant) { due = std::min(due.value_or(instant), instant); };
        for (const auto& [path, article] : articles_) {
            if (!article || !is_visible(*article, article->published)) {
                continue;
            }
            if (article->published > now_) {
                consider(article->published);
            } else if (article->metadata.expires > now_) {
                consider(*article->metadata.expires);
            }
        }
        CHECK(update.next_due == due);
    }

    std::mt19937 random_;
    Duplicates duplicates_;
    std::vector<feed::Definition> definitions_;
    std::optional<Catalog> catalog_;
    std::map<std::string, ArticlePtr> articles_;  // null: deleted
    Instant now_ = noon;
};

}  // namespace

TEST_CASE("changes applied one by one give what a catalog built at once gives, and nothing stale goes unreported") {
    const auto duplicates = GENERATE(Duplicates::shown, Duplicates::hidden);
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed, duplicates);
        World world(seed, duplicates);
        for (int step = 0; step < 40; ++step) {
            CAPTURE(step);
            world.step();
        }
        world.compare_with_one_built_at_once();
    }
}
