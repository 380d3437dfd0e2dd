// What feeds and their pages are after random changes, compared with a model that knows only ids: an entry that is new
// in a feed comes to the loose ones, the oldest first; pages are taken off them when they are too many.
#include "base/slug.hpp"
#include "catalog/world.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

using Ids = std::vector<std::string>;
using PageTold = std::tuple<FeedKey, std::size_t, Instant, bool>;

struct ModelFeed {
    std::vector<Ids> pages;
    Ids loose;
    std::map<std::string, ArticlePtr> entries;  // by id
};

class Model {
  public:
    explicit Model(const std::vector<feed::Definition>& definitions) : definitions_(definitions) {}

    // Of those that are seen, oldest first.
    void update(const std::vector<ArticlePtr>& seen) {
        std::map<FeedKey, std::vector<ArticlePtr>> selections;
        for (const auto& [key, feed] : feeds) selections[key];
        for (const ArticlePtr& article : seen) {
            for (std::size_t i = 0; i < definitions_.size(); ++i) {
                for (const std::string& term : terms(*article, definitions_[i]))
                    selections[{i, term}].push_back(article);
            }
        }
        pages.clear();
        left.clear();
        for (const auto& [key, selection] : selections) update(key, selection);
    }

    [[nodiscard]] std::vector<ArticlePtr> window(const FeedKey& key) const {
        const ModelFeed& feed = feeds.at(key);
        Group group;
        for (const auto& [id, article] : feed.entries) group.add(article, "");
        std::vector<ArticlePtr> window = group.newest(definitions_[key.definition].window);
        for (const std::string& id : feed.loose) {
            const ArticlePtr& article = feed.entries.at(id);
            if (std::find(window.begin(), window.end(), article) == window.end()) window.push_back(article);
        }
        std::sort(window.begin(), window.end(), NewestFirst{});
        return window;
    }

    std::map<FeedKey, ModelFeed> feeds;
    std::vector<PageTold> pages;  // that the last update made or changed
    std::map<FeedKey, Ids> left;  // in the last update

  private:
    static Ids terms(const content::Article& article, const feed::Definition& definition) {
        if (definition.each.empty()) return {""};
        Ids terms;
        for (const std::string& spelling : article.metadata.taxonomies.at(0).terms) terms.push_back(term_key(spelling));
        return terms;
    }

    void update(const FeedKey& key, const std::vector<ArticlePtr>& selection) {
        ModelFeed& feed = feeds[key];
        const std::map<std::string, ArticlePtr> before = std::exchange(feed.entries, {});
        for (const ArticlePtr& article : selection) {
            feed.entries[article->id] = article;
            if (!before.contains(article->id)) feed.loose.push_back(article->id);
        }
        for (const auto& [id, article] : before) {
            if (!feed.entries.contains(id)) left[key].push_back(id);
        }
        const auto is_gone = [&](const std::string& id) { return !feed.entries.contains(id); };
        std::erase_if(feed.loose, is_gone);
        for (std::size_t i = 0; i < feed.pages.size(); ++i) {
            const bool is_edited = std::any_of(feed.pages[i].begin(), feed.pages[i].end(), [&](const std::string& id) {
                return !is_gone(id) && feed.entries.at(id) != before.at(id);
            });
            const bool lost_entries = std::erase_if(feed.pages[i], is_gone) > 0;
            if (is_edited || lost_entries) tell(key, i, lost_entries);
        }
        close(key, feed);
    }

    void close(const FeedKey& key, ModelFeed& feed) {
        const feed::Window& window = definitions_[key.definition].window;
        const auto bytes = [&](const Ids& ids) {
            std::size_t sum = 0;
            for (const std::string& id : ids) sum += feed.entries.at(id)->metadata.body_bytes;
            return sum;
        };
        while (feed.loose.size() >= window.entries || bytes(feed.loose) >= window.body_bytes_max) {
            Ids page;
            do {
                page.push_back(feed.loose.front());
                feed.loose.erase(feed.loose.begin());
            } while (page.size() < window.entries / 2 && bytes(page) < window.body_bytes_max / 2);
            feed.pages.push_back(page);
            tell(key, feed.pages.size() - 1, false);
        }
    }

    void tell(const FeedKey& key, std::size_t page, bool lost_entries) {
        const ModelFeed& feed = feeds.at(key);
        Instant updated = Instant::min();
        for (const std::string& id : feed.pages[page]) updated = std::max(updated, feed.entries.at(id)->updated);
        pages.emplace_back(key, page + 1, updated, lost_entries);
    }

    std::vector<feed::Definition> definitions_;
};

Ids sorted_ids(const std::vector<ArticlePtr>& articles) {
    std::set<std::string> ids;
    for (const ArticlePtr& article : articles) ids.insert(article->id);
    return {ids.begin(), ids.end()};
}

void check_told(const Update& update, const Model& model) {
    std::vector<PageTold> pages;
    for (const StalePage& page : update.pages) {
        pages.emplace_back(page.feed, page.number, page.updated, page.lost_entries);
    }
    CHECK(pages == model.pages);
    std::map<FeedKey, Ids> left;
    for (const StaleFeed& stale : update.stale) {
        if (!stale.left.empty()) left[stale.feed.key] = stale.left;
    }
    CHECK(left == model.left);
}

void check_feed(const Catalog& catalog, const FeedState& state, const Model& model) {
    const ModelFeed& expected = model.feeds.at(state.key);
    CHECK(state.window == model.window(state.key));
    CHECK(state.pages == expected.pages.size());
    std::vector<ArticlePtr> followed = state.window;
    for (std::size_t page = state.pages; page > 0; --page) {
        const std::vector<ArticlePtr> entries = catalog.page(state.key, page);
        Ids ids = expected.pages[page - 1];
        std::sort(ids.begin(), ids.end());
        CHECK(sorted_ids(entries) == ids);
        CHECK(std::is_sorted(entries.begin(), entries.end(), NewestFirst{}));
        followed.insert(followed.end(), entries.begin(), entries.end());
    }
    Ids all;
    for (const auto& [id, article] : expected.entries) all.push_back(id);
    CHECK(sorted_ids(followed) == all);
}

void check_bodies(const Catalog& catalog, const World& world, const Model& model) {
    std::set<ArticlePtr> in_windows;
    for (const auto& [key, feed] : model.feeds) {
        for (const ArticlePtr& article : model.window(key)) in_windows.insert(article);
    }
    for (const auto& [path, article] : world.articles()) {
        if (!article || in_windows.contains(article)) continue;
        const bool is_elsewhere = std::any_of(in_windows.begin(), in_windows.end(), [&](const ArticlePtr& shown) {
            return shown->metadata.bytes == article->metadata.bytes;
        });
        CHECK(catalog.in_a_window(*article) == is_elsewhere);
    }
    CHECK(std::all_of(in_windows.begin(), in_windows.end(),
                      [&](const ArticlePtr& a) { return catalog.in_a_window(*a); }));
}

}  // namespace

TEST_CASE("the window and all pages are a feed's whole history, and a page changes only with its entries") {
    const auto duplicates = GENERATE(Duplicates::shown, Duplicates::hidden);
    const auto window =
        GENERATE(small_window(1, 0s, 100'000), small_window(2, 90min, 100'000), small_window(3, 90min, 10'000),
                 small_window(6, 0s, 20'000), small_window(9, 0s, 5'000));
    for (unsigned seed = 0; seed < 40; ++seed) {
        CAPTURE(seed, duplicates, window.entries);
        World world(seed, duplicates, window);
        Catalog catalog(world.definitions(), duplicates);
        Model model(world.definitions());
        for (int step = 0; step < 40; ++step) {
            CAPTURE(step);
            const std::vector<Change> changes = world.step();
            const Update update = catalog.apply(changes, world.now());
            model.update(world.seen());
            check_told(update, model);
            for (const FeedState& state : catalog.feeds()) {
                if (model.feeds.contains(state.key)) check_feed(catalog, state, model);
            }
            check_bodies(catalog, world, model);
        }
    }
}
