// From what the catalog says of feeds to the recipes of their documents.
#pragma once

#include "catalog/catalog.hpp"
#include "daemon/archive_recipes.hpp"
#include "daemon/feed_memory.hpp"
#include "daemon/settings.hpp"
#include "shelf/recipe.hpp"
#include "shelf/shelf.hpp"
#include "state/store.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

// Keeps the current recipe of each feed, and of the list of feeds; remembers in the store what feeds were told.
class FeedRecipes {
  public:
    // `settings`, `store` and `catalog` must outlive this.
    FeedRecipes(const Settings& settings, state::Store& store, const catalog::Catalog& catalog);

    struct Changes {
        std::vector<shelf::Recipe> recipes;  // of the documents that are stale
        std::vector<std::string> dropped;    // URLs of pages of archives that are not what they were, and of feeds
                                             // that are forgotten
    };
    // What an update changes. The first call makes all documents that exist without any article as well.
    [[nodiscard]] Changes update(const catalog::Update& update, Instant now);
    // What the passing of time changes: tombstones are shown no more, empty feeds forgotten.
    [[nodiscard]] Changes advance(Instant now);

    // The feed of a key that the catalog lists.
    [[nodiscard]] const feed::Feed& feed(const catalog::FeedKey& key) const { return recipes_.at(key).recipe->feed; }

    // A page of the archive of the feed that a current document shows; see feed/archive.hpp.
    [[nodiscard]] shelf::ShelfOptions::Page page(const shelf::FeedDocument& current, std::size_t number) const;
    // The documents of all pages of all archives.
    [[nodiscard]] std::vector<shelf::Recipe> archives() const;

    // See FeedMemory.
    [[nodiscard]] FeedMemory::Former former_urls(Instant now) { return memory_.former_urls(now); }
    [[nodiscard]] std::optional<Instant> next_due() const { return memory_.next_due(); }

    // The feed of a term, as an article spells it; null if there is none.
    using FeedLinkPtr = std::shared_ptr<const feed::FeedLink>;
    [[nodiscard]] FeedLinkPtr link_of(std::size_t definition, const std::string& term) const;

    // Calls for each article that is in the current window of a stale feed (`entered`), or was in the one before
    // (`left`).
    using Visit = std::function<void(const content::ArticlePtr&)>;
    void windows(const catalog::Update& update, const Visit& entered, const Visit& left) const;

    [[nodiscard]] std::vector<feed::FeedGroup> groups() const;

  private:
    struct Current {
        std::shared_ptr<const shelf::FeedRecipe> recipe;
        FeedLinkPtr link;  // shared by the pages of all its articles
    };
    enum class ListOfFeeds { is_same, has_changed };

    [[nodiscard]] feed::Feed make_feed(const catalog::StaleFeed& stale, Instant now);
    void replace(const catalog::FeedKey& key, shelf::FeedRecipe recipe, const std::string& term);
    [[nodiscard]] std::vector<shelf::Recipe> documents(const std::set<catalog::FeedKey>& stale, ListOfFeeds list);
    [[nodiscard]] bool is_of_site(const catalog::FeedKey& key) const;
    void drop(const catalog::StalePage& page, std::vector<std::string>& dropped) const;

    const Settings& settings_;
    const catalog::Catalog& catalog_;
    FeedMemory memory_;
    ArchiveRecipes archives_;
    std::map<catalog::FeedKey, Current> recipes_;
    std::shared_ptr<const shelf::FeedListRecipe> list_;
};

}  // namespace tagwire::daemon
