#include "state/memory_tables.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::state {

namespace {

template <class Map, class Key>
auto values_of(const Map& map, const Key& key) {
    std::vector<const ArticleRecord*> values;
    const auto [first, last] = map.equal_range(key);
    for (auto found = first; found != last; ++found) values.push_back(found->second);
    std::sort(values.begin(), values.end(), [](const ArticleRecord* a, const ArticleRecord* b) {
        return a->deleted != b->deleted ? a->deleted > b->deleted : a->article->id < b->article->id;
    });
    return values;
}

template <class Map, class Key>
void erase_value(Map& map, const Key& key, const ArticleRecord& record) {
    const auto [first, last] = map.equal_range(key);
    const auto found = std::find_if(first, last, [&](const auto& listed) { return listed.second == &record; });
    if (found != last) map.erase(found);
}

}  // namespace

const ArticleRecord* ArticleTable::at(std::string_view path) const {
    const auto found = by_path_.find(path);
    return found == by_path_.end() ? nullptr : found->second;
}

const ArticleRecord* ArticleTable::holder(std::string_view id) const {
    const auto found = records_.find(id);
    return found == records_.end() ? nullptr : &found->second;
}

std::vector<const ArticleRecord*> ArticleTable::deleted_at(std::string_view path) const {
    return values_of(deleted_, path);
}

std::vector<const ArticleRecord*> ArticleTable::deleted_with(const Fingerprint& bytes) const {
    return values_of(deleted_bytes_, bytes);
}

void ArticleTable::for_each(const std::function<void(const ArticleRecord&)>& visit) const {
    for (const auto& [path, record] : by_path_) visit(*record);
}

void ArticleTable::reserve(std::size_t articles) {
    records_.max_load_factor(0.5F);
    by_path_.max_load_factor(0.5F);
    records_.reserve(articles);
    by_path_.reserve(articles);
}

void ArticleTable::load(ArticleRecord record) {
    const content::Article& article = *record.article;
    const auto [known, is_new] = records_.try_emplace(article.id, std::move(record));
    if (is_new) return list(known->second);
    unlist(known->second);
    // The key is a view into the article that goes.
    auto node = records_.extract(known);
    node.key() = article.id;
    node.mapped() = std::move(record);  // try_emplace() has left it as it was
    list(records_.insert(std::move(node)).position->second);
}

void ArticleTable::remember(ArticleRecord record) {
    unsaved_.insert(record.article->id);
    load(std::move(record));
}

void ArticleTable::rename(std::string_view from, std::string_view to) {
    const ArticleRecord* known = at(from);
    if (known == nullptr || from == to) return;
    ArticleRecord renamed = *known;
    auto article = std::make_shared<content::Article>(*known->article);
    article->path = to;
    renamed.article = std::move(article);
    remember(std::move(renamed));
}

void ArticleTable::remember_deletion(std::string_view path, Instant when) {
    const auto found = by_path_.find(path);
    if (found != by_path_.end()) mark_deleted(*found->second, when);
}

void ArticleTable::forget_deleted_before(Instant when) {
    std::vector<const ArticleRecord*> outdated;
    for (const auto& [path, record] : deleted_) {
        if (*record->deleted < when) outdated.push_back(record);
    }
    for (const ArticleRecord* record : outdated) {
        unsaved_.insert(record->article->id);
        unlist(*record);
        records_.erase(records_.find(record->article->id));
    }
}

void ArticleTable::list(ArticleRecord& record) {
    const content::Article& article = *record.article;
    if (record.deleted) {
        deleted_.emplace(article.path, &record);
        deleted_bytes_.emplace(article.metadata.bytes, &record);
        return;
    }
    const auto [at_path, is_free] = by_path_.try_emplace(article.path, &record);
    if (is_free) return;
    mark_deleted(*at_path->second, record.first_seen);
    by_path_.emplace(article.path, &record);
}

void ArticleTable::unlist(const ArticleRecord& record) {
    const content::Article& article = *record.article;
    if (!record.deleted) {
        by_path_.erase(article.path);
        return;
    }
    erase_value(deleted_, std::string_view(article.path), record);
    erase_value(deleted_bytes_, article.metadata.bytes, record);
}

void ArticleTable::mark_deleted(ArticleRecord& record, Instant when) {
    unlist(record);
    record.deleted = when;
    list(record);
    unsaved_.insert(record.article->id);
}

}  // namespace tagwire::state
