// The pages of articles, where no other site serves them.
#pragma once

#include "base/problem.hpp"
#include "catalog/catalog.hpp"
#include "daemon/feed_recipes.hpp"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagwire::daemon {

class ArticlePages {
  public:
    explicit ArticlePages(const Settings& settings);  // which must outlive it

    struct Changes {
        std::vector<shelf::Recipe> recipes;
        std::vector<std::string> withdrawn;  // URLs that have no article any more
        Problems problems;                   // links that two articles claim: the earlier keeps it
    };
    [[nodiscard]] Changes update(const catalog::Update& update, const FeedRecipes& feeds);

  private:
    void hide(const content::ArticlePtr& article, Changes& changes);
    // The feeds of terms by their spelling, one map for each definition: all articles of an update share them.
    using Links = std::vector<std::unordered_map<std::string_view, FeedRecipes::FeedLinkPtr>>;
    [[nodiscard]] std::vector<FeedRecipes::FeedLinkPtr> feeds_of(const content::Article& article,
                                                                 const FeedRecipes& feeds, Links& links) const;
    [[nodiscard]] bool claim(const content::ArticlePtr& article, Changes& changes);
    [[nodiscard]] std::vector<content::ArticlePtr> next_owners(const Changes& changes);

    const std::vector<feed::Definition>& definitions_;
    std::shared_ptr<const feed::Site> site_;
    std::unordered_map<std::string_view, content::ArticlePtr> by_link_;  // keys live in the articles
    std::multimap<std::string, content::ArticlePtr> others_;             // that would have the same link
};

}  // namespace tagwire::daemon
