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
    explicit ArticlePages(const feed::Site& site);

    struct Changes {
        std::vector<shelf::Recipe> recipes;
        std::vector<std::string> withdrawn;  // URLs that have no article any more
        Problems problems;                   // links that two articles claim: the earlier keeps it
    };
    [[nodiscard]] Changes update(const catalog::Update& update, const FeedRecipes& feeds);

  private:
    void hide(const content::ArticlePtr& article, Changes& changes);
    void show(const content::ArticlePtr& article, const FeedRecipes& feeds, Changes& changes);
    [[nodiscard]] std::vector<content::ArticlePtr> next_owners(const Changes& changes);

    std::shared_ptr<const feed::Site> site_;
    std::unordered_map<std::string_view, content::ArticlePtr> by_link_;  // keys live in the articles
    std::multimap<std::string, content::ArticlePtr> others_;             // that would have the same link
};

}  // namespace tagwire::daemon
