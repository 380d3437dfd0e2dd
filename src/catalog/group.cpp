#include "catalog/group.hpp"

#include <algorithm>
#include <tuple>

namespace tagwire::catalog {

bool NewestFirst::operator()(const ArticlePtr& a, const ArticlePtr& b) const {
    if (a->published != b->published) {
        return a->published > b->published;
    }
    return std::tie(a->id, a->path) < std::tie(b->id, b->path);
}

// Walks the articles of all spellings in the order of the feed.
class Group::Merged {
  public:
    explicit Merged(const Spellings& spellings) {
        heads_.reserve(spellings.size());
        for (const auto& [spelling, articles] : spellings) {
            heads_.push_back({articles.begin(), articles.end()});
        }
    }

    // Null at the end.
    ArticlePtr next() {
        const auto head = std::min_element(
            heads_.begin(), heads_.end(), [](const Head& a, const Head& b) { return NewestFirst{}(*a.next, *b.next); });
        if (head == heads_.end()) {
            return nullptr;
        }
        ArticlePtr article = *head->next;
        if (++head->next == head->end) {
            heads_.erase(head);
        }
        return article;
    }

  private:
    struct Head {
        Articles::const_iterator next;
        Articles::const_iterator end;
    };
    std::vector<Head> heads_;
};

void Group::add(const ArticlePtr& article, std::string_view spelling) {
    auto found = spellings_.find(spelling);
    if (found == spellings_.end()) {
        found = spellings_.emplace(spelling, Articles{}).first;
    }
    found->second.insert(found->second.begin(), article);
}

void Group::remove(const ArticlePtr& article, std::string_view spelling) {
    const auto found = spellings_.find(spelling);
    if (found == spellings_.end()) {
        return;
    }
    found->second.erase(article);
    if (found->second.empty()) {
        spellings_.erase(found);
    }
}

std::size_t Group::size() const {
    std::size_t size = 0;
    for (const auto& [spelling, articles] : spellings_) {
        size += articles.size();
    }
    return size;
}

std::string Group::name() const {
    const auto name = std::max_element(spellings_.begin(), spellings_.end(), [](const auto& a, const auto& b) {
        if (a.second.size() != b.second.size()) {
            return a.second.size() < b.second.size();
        }
        return NewestFirst{}(*a.second.rbegin(), *b.second.rbegin());
    });
    return name == spellings_.end() ? std::string() : name->first;
}

std::vector<ArticlePtr> Group::newest(const feed::Window& window) const {
    std::vector<ArticlePtr> entries;
    std::size_t body_bytes = 0;
    const auto admits = [&](const content::Article& article) {
        if (entries.empty()) {
            return true;
        }
        const bool recent = entries.front()->published - article.published <= window.recent;
        const std::size_t entries_max = recent ? std::max(window.entries, window.entries_max) : window.entries;
        return entries.size() < entries_max && article.metadata.body_bytes <= window.body_bytes_max - body_bytes;
    };
    Merged articles(spellings_);
    for (ArticlePtr article = articles.next(); article && admits(*article); article = articles.next()) {
        // Never above the maximum, which one oversized entry uses up alone.
        body_bytes += std::min(article->metadata.body_bytes, window.body_bytes_max - body_bytes);
        entries.push_back(std::move(article));
    }
    return entries;
}

}  // namespace tagwire::catalog
