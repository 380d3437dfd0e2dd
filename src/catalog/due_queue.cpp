#include "catalog/due_queue.hpp"

#include <algorithm>
#include <tuple>

namespace tagwire::catalog {

bool DueQueue::Order::operator()(const Due& a, const Due& b) const {
    return std::tie(a.instant, a.article->path) < std::tie(b.instant, b.article->path);
}

void DueQueue::add(const ArticlePtr& article) {
    dues_.insert({article->published, article});
    if (article->metadata.expires) {
        dues_.insert({*article->metadata.expires, article});
    }
}

void DueQueue::remove(const ArticlePtr& article) {
    dues_.erase({article->published, article});
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
