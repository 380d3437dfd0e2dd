#include "catalog/stories.hpp"

#include <tuple>

namespace tagwire::catalog {

bool Stories::Earliest::operator()(const ArticlePtr& a, const ArticlePtr& b) const {
    return std::tie(a->published, a->path) < std::tie(b->published, b->path);
}

void Stories::replace(const ArticlePtr& before, const ArticlePtr& after) {
    if (before) {
        stories_[before->metadata.external_url].articles.erase(before);
        touched_.insert(before->metadata.external_url);
    }
    if (after) {
        stories_[after->metadata.external_url].articles.insert(after);
        touched_.insert(after->metadata.external_url);
    }
}

std::vector<std::pair<ArticlePtr, ArticlePtr>> Stories::settle() {
    std::vector<std::pair<ArticlePtr, ArticlePtr>> changes;
    for (const std::string& url : touched_) {
        const auto found = stories_.find(url);
        Story& story = found->second;
        const ArticlePtr shown = story.articles.empty() ? nullptr : *story.articles.begin();
        const ArticlePtr before = std::exchange(story.shown, shown);
        if (before != shown) changes.emplace_back(before, shown);
        if (story.articles.empty()) stories_.erase(found);
    }
    touched_.clear();
    return changes;
}

bool Stories::restore(const ArticlePtr& article) {
    Story& story = stories_[article->metadata.external_url];
    const bool is_first = !story.shown;
    if (is_first) story.shown = article;
    return is_first;
}

}  // namespace tagwire::catalog
