#include "state/memory_store.hpp"

#include "base/packed.hpp"

#include <utility>

namespace tagwire::state {

namespace {

template <class Map>
auto look_up(const Map& map, std::string_view name) -> std::optional<typename Map::mapped_type> {
    const auto found = map.find(name);
    return found == map.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::optional<ArticleRecord> MemoryStore::article(std::string_view path) const { return look_up(articles_, path); }

std::optional<ArticleRecord> MemoryStore::article_with_id(std::string_view id) const {
    const auto path = paths_.find(id);
    return path == paths_.end() ? std::nullopt : article(path->second);
}

void MemoryStore::remember(ArticleRecord record) {
    forget(record.path);
    paths_.insert_or_assign(record.id, record.path);
    std::string path = record.path;
    articles_.emplace(std::move(path), std::move(record));
}

void MemoryStore::rename(std::string_view from, std::string_view to) {
    std::optional<ArticleRecord> record = article(from);
    if (!record) {
        return;
    }
    forget(from);
    record->path = to;
    remember(*std::move(record));
}

void MemoryStore::forget(std::string_view path) {
    const auto found = articles_.find(path);
    if (found == articles_.end()) {
        return;
    }
    const auto claimed = paths_.find(found->second.id);
    if (claimed != paths_.end() && claimed->second == path) {  // else another path has it since
        paths_.erase(claimed);
    }
    articles_.erase(found);
}

std::optional<DocumentRecord> MemoryStore::document(std::string_view path) const { return look_up(documents_, path); }

void MemoryStore::remember_document(std::string_view path, DocumentRecord record) {
    documents_.insert_or_assign(std::string(path), record);
}

std::optional<Instant> MemoryStore::feed_updated(std::string_view feed_id) const {
    return look_up(feeds_updated_, feed_id);
}

void MemoryStore::remember_feed_updated(std::string_view feed_id, Instant updated) {
    feeds_updated_.insert_or_assign(std::string(feed_id), updated);
}

std::optional<std::string> MemoryStore::body(const Fingerprint& file) const {
    std::string packed;
    {
        const std::lock_guard lock(bodies_mutex_);
        const auto found = bodies_.find(file);
        if (found == bodies_.end()) {
            return std::nullopt;
        }
        packed = found->second;
    }
    return unpack(packed);
}

bool MemoryStore::has_body(const Fingerprint& file) const {
    const std::lock_guard lock(bodies_mutex_);
    return bodies_.contains(file);
}

void MemoryStore::remember_body(const Fingerprint& file, std::string_view body) {
    std::string packed = pack(body);
    const std::lock_guard lock(bodies_mutex_);
    bodies_.insert_or_assign(file, std::move(packed));
}

void MemoryStore::forget_body(const Fingerprint& file) {
    const std::lock_guard lock(bodies_mutex_);
    bodies_.erase(file);
}

}  // namespace tagwire::state
