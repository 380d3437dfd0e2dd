#include "daemon/article_pages.hpp"

#include <algorithm>

namespace tagwire::daemon {

using content::ArticlePtr;

ArticlePages::ArticlePages(const feed::Site& site) : site_(std::make_shared<const feed::Site>(site)) {}

void ArticlePages::hide(const ArticlePtr& article, Changes& changes) {
    const std::string& link = article->metadata.link;
    const auto [first, last] = others_.equal_range(link);
    const auto other = std::find_if(first, last, [&](const auto& one) { return one.second->path == article->path; });
    if (other != last) {
        others_.erase(other);
        return;
    }
    const auto page = by_link_.find(link);
    if (page == by_link_.end() || page->second->path != article->path) return;
    changes.withdrawn.push_back(link);
    by_link_.erase(page);
}

// Whoever has waited for a link that has become free gets its page.
std::vector<ArticlePtr> ArticlePages::next_owners(const Changes& changes) {
    std::vector<ArticlePtr> owners;
    for (const std::string& link : changes.withdrawn) {
        const auto other = others_.find(link);
        if (other == others_.end()) continue;
        owners.push_back(other->second);
        others_.erase(other);
    }
    return owners;
}

void ArticlePages::show(const ArticlePtr& article, const FeedRecipes& feeds, Changes& changes) {
    const auto page = by_link_.find(article->metadata.link);
    if (page != by_link_.end() && page->second->path != article->path) {
        changes.problems.push_back(
            {Severity::warning, "duplicate-link", article->path, 0, 0,
             "it has the same URL as " + page->second->path + ", whose page stays; give it a `slug` or a `url`"});
        others_.emplace(article->metadata.link, article);
        return;
    }
    if (page != by_link_.end()) by_link_.erase(page);
    by_link_.emplace(article->metadata.link, article);
    changes.recipes.emplace_back(shelf::ArticleDocument{
        std::make_shared<const shelf::ArticleRecipe>(shelf::ArticleRecipe{site_, article, feeds.feeds_of(*article)})});
}

ArticlePages::Changes ArticlePages::update(const catalog::Update& update, const FeedRecipes& feeds) {
    Changes changes;
    for (const ArticlePtr& article : update.hidden) hide(article, changes);
    std::vector<ArticlePtr> shown = next_owners(changes);
    shown.insert(shown.end(), update.shown.begin(), update.shown.end());
    for (const ArticlePtr& article : shown) show(article, feeds, changes);
    return changes;
}

}  // namespace tagwire::daemon
