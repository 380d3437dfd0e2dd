// From what the catalog says of feeds to the recipes of their documents.
#pragma once

#include "catalog/catalog.hpp"
#include "daemon/settings.hpp"
#include "shelf/recipe.hpp"
#include "state/store.hpp"

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace tagwire::daemon {

// Keeps the current recipe of each feed, and of the list of feeds.
class FeedRecipes {
  public:
    // `settings` and `store` must outlive this.
    FeedRecipes(const Settings& settings, state::Store& store);

    // The documents that an update makes stale. The first call makes all that exist without any article as well.
    [[nodiscard]] std::vector<shelf::Recipe> update(const catalog::Update& update, const catalog::Catalog& catalog,
                                                    Instant now);

    // The feed of a key that the catalog lists.
    [[nodiscard]] const feed::Feed& feed(const catalog::FeedKey& key) const { return recipes_.at(key).recipe->feed; }

    // The feeds that an article stands in, but for the site's.
    using FeedLinkPtr = std::shared_ptr<const feed::FeedLink>;
    [[nodiscard]] std::vector<FeedLinkPtr> feeds_of(const content::Article& article) const;

    // Calls for each article that is in the current window of a stale feed (`entered`), or was in the one before
    // (`left`).
    using Visit = std::function<void(const content::ArticlePtr&)>;
    void windows(const catalog::Update& update, const Visit& entered, const Visit& left) const;

    [[nodiscard]] std::vector<feed::FeedGroup> groups(const catalog::Catalog& catalog) const;

  private:
    [[nodiscard]] feed::Feed make_feed(const catalog::StaleFeed& stale, Instant now);
    [[nodiscard]] Instant updated(const catalog::StaleFeed& stale, const feed::Feed& feed, Instant now);

    const Settings& settings_;
    state::Store& store_;
    struct Current {
        std::shared_ptr<const shelf::FeedRecipe> recipe;
        FeedLinkPtr link;  // shared by the pages of all its articles
    };
    std::map<catalog::FeedKey, Current> recipes_;
    std::shared_ptr<const shelf::FeedListRecipe> list_;
};

}  // namespace tagwire::daemon
