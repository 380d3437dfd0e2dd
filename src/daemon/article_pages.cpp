#include "daemon/article_pages.hpp"

#include <algorithm>

namespace tagwire::daemon {

using content::ArticlePtr;

namespace {

constexpr std::size_t usual_feeds = 8;  // that an article stands in

}  // namespace

ArticlePages::ArticlePages(const Settings& settings)
    : definitions_(settings.definitions),
      site_(std::make_shared<const feed::Site>(settings.site)) {}

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

// Whether the article has the page at its link.
bool ArticlePages::claim(const ArticlePtr& article, Changes& changes) {
    const auto [page, is_free] = by_link_.try_emplace(article->metadata.link, article);
    if (is_free) return true;
    if (page->second->path != article->path) {
        changes.problems.push_back(
            {Severity::warning, "duplicate-link", article->path, 0, 0,
             "it has the same URL as " + page->second->path + ", whose page stays; give it a `slug` or a `url`"});
        others_.emplace(article->metadata.link, article);
        return false;
    }
    by_link_.erase(page);  // its key lives in the article that was
    by_link_.emplace(article->metadata.link, article);
    return true;
}

// The feeds that an article stands in, but for the site's.
std::vector<FeedRecipes::FeedLinkPtr> ArticlePages::feeds_of(const content::Article& article, const FeedRecipes& feeds,
                                                             Links& links) const {
    std::vector<FeedRecipes::FeedLinkPtr> found;
    found.reserve(usual_feeds);
    for (std::size_t definition = 0; definition < definitions_.size(); ++definition) {
        for (const content::TermList& list : article.metadata.taxonomies) {
            if (list.taxonomy != definitions_[definition].each) continue;
            for (const std::string& term : list.terms) {
                const auto [link, is_new] = links[definition].try_emplace(term);
                if (is_new) link->second = feeds.link_of(definition, term);
                if (link->second) found.push_back(link->second);
            }
        }
    }
    return found;
}

ArticlePages::Changes ArticlePages::update(const catalog::Update& update, const FeedRecipes& feeds) {
    Changes changes;
    for (const ArticlePtr& article : update.hidden) hide(article, changes);
    std::vector<ArticlePtr> shown = next_owners(changes);
    shown.insert(shown.end(), update.shown.begin(), update.shown.end());
    Links links(definitions_.size());
    by_link_.reserve(by_link_.size() + shown.size());
    changes.recipes.reserve(shown.size());
    for (const ArticlePtr& article : shown) {
        if (!claim(article, changes)) continue;
        changes.recipes.emplace_back(shelf::ArticleDocument{std::make_shared<const shelf::ArticleRecipe>(
            shelf::ArticleRecipe{site_, article, feeds_of(*article, feeds, links)})});
    }
    return changes;
}

}  // namespace tagwire::daemon
