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

const ArticleRecord* ArticleTable::at(std::string_view path) const { return by_path_.find(path); }

const ArticleRecord* ArticleTable::holder(std::string_view id) const { return records_.find(id); }

std::vector<const ArticleRecord*> ArticleTable::deleted_at(std::string_view path) const {
    return values_of(deleted_, path);
}

std::vector<const ArticleRecord*> ArticleTable::deleted_with(const Fingerprint& bytes) const {
    return values_of(deleted_bytes_, bytes);
}

void ArticleTable::for_each(const std::function<void(const ArticleRecord&)>& visit) const { by_path_.for_each(visit); }

void ArticleTable::reserve(std::size_t articles) {
    records_.reserve(articles);
    by_path_.reserve(articles);
}

void ArticleTable::load(ArticleRecord record) {
    if (ArticleRecord* known = records_.find(record.article->id)) {
        unlist(*known);
        *known = std::move(record);
        return list(*known);
    }
    auto owned = std::make_unique<ArticleRecord>(std::move(record));
    ArticleRecord& listed = *owned;
    records_.put(std::move(owned));
    list(listed);
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
    if (ArticleRecord* record = by_path_.find(path)) mark_deleted(*record, when);
}

void ArticleTable::forget_deleted_before(Instant when) {
    std::vector<const ArticleRecord*> outdated;
    for (const auto& [path, record] : deleted_) {
        if (*record->deleted < when) outdated.push_back(record);
    }
    for (const ArticleRecord* record : outdated) {
        unsaved_.insert(record->article->id);
        unlist(*record);
        records_.erase(record->article->id);
    }
}

void ArticleTable::list(ArticleRecord& record) {
    const content::Article& article = *record.article;
    if (record.deleted) {
        deleted_.emplace(article.path, &record);
        deleted_bytes_.emplace(article.metadata.bytes, &record);
        return;
    }
    if (ArticleRecord* other = by_path_.find(article.path)) mark_deleted(*other, record.first_seen);
    by_path_.put(&record);
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
