#include "catalog/due_queue.hpp"

#include <algorithm>
#include <tuple>

namespace tagwire::catalog {

Instant first_shown(const content::Article& article) { return std::max(article.published, article.held_until); }

bool DueQueue::Order::operator()(const Due& a, const Due& b) const {
    return std::tie(a.instant, a.article->path) < std::tie(b.instant, b.article->path);
}

void DueQueue::add(const ArticlePtr& article) {
    dues_.insert(dues_.end(), {first_shown(*article), article});  // cheapest for the latest
    if (article->metadata.expires) {
        dues_.insert({*article->metadata.expires, article});
    }
}

void DueQueue::remove(const ArticlePtr& article) {
    dues_.erase({first_shown(*article), article});
    if (article->metadata.expires) {
        dues_.erase({*article->metadata.expires, article});
    }
}

std::vector<ArticlePtr> DueQueue::between(Instant from, Instant to) const {
    std::vector<ArticlePtr> articles;
    const auto end = dues_.upper_bound(std::max(from, to));
    for (auto due = dues_.upper_bound(std::min(from, to)); due != end; ++due) {
        articles.push_back(due->article);
    }
    return articles;
}

std::optional<Instant> DueQueue::next_after(Instant now) const {
    const auto due = dues_.upper_bound(now);
    return due == dues_.end() ? std::nullopt : std::optional(due->instant);
}

}  // namespace tagwire::catalog
