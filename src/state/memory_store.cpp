#include "state/memory_store.hpp"

namespace tagwire::state {

const ArticleRecord* MemoryStore::article(std::string_view path) const { return tables_.articles.at(path); }

const ArticleRecord* MemoryStore::holder(std::string_view id) const { return tables_.articles.holder(id); }

std::vector<const ArticleRecord*> MemoryStore::deleted_at(std::string_view path) const {
    return tables_.articles.deleted_at(path);
}

std::vector<const ArticleRecord*> MemoryStore::deleted_with(const Fingerprint& bytes) const {
    return tables_.articles.deleted_with(bytes);
}

void MemoryStore::for_each_article(const std::function<void(const ArticleRecord&)>& visit) const {
    tables_.articles.for_each(visit);
}

void MemoryStore::remember(ArticleRecord record) { tables_.articles.remember(std::move(record)); }

void MemoryStore::rename(std::string_view from, std::string_view to) { tables_.articles.rename(from, to); }

void MemoryStore::remember_deletion(std::string_view path, Instant when) {
    tables_.articles.remember_deletion(path, when);
}

void MemoryStore::forget_deleted_before(Instant when) { tables_.articles.forget_deleted_before(when); }

const SkippedRecord* MemoryStore::skipped(std::string_view path) const { return tables_.skipped.find(path); }

void MemoryStore::remember_skipped(std::string_view path, SkippedRecord record) {
    tables_.skipped.remember(path, std::move(record));
}

void MemoryStore::forget_skipped(std::string_view path) { tables_.skipped.forget(path); }

const FeedRecord* MemoryStore::feed(const FeedName& name) const { return tables_.feeds.feed(name); }

void MemoryStore::for_each_feed(const std::function<void(const FeedRecord&)>& visit) const {
    tables_.feeds.for_each(visit);
}

void MemoryStore::remember_feed(FeedRecord record) { tables_.feeds.remember(std::move(record)); }

void MemoryStore::forget_feed(const FeedName& name) { tables_.feeds.forget(name); }

const std::vector<PageRecord>& MemoryStore::pages(const FeedName& name) const { return tables_.feeds.pages(name); }

void MemoryStore::remember_page(const FeedName& name, std::size_t number, PageRecord record) {
    tables_.feeds.remember_page(name, number, record);
}

std::optional<DocumentRecord> MemoryStore::document(std::string_view path) const {
    const DocumentRecord* record = tables_.documents.find(path);
    return record == nullptr ? std::nullopt : std::optional(*record);
}

void MemoryStore::remember_document(std::string_view path, DocumentRecord record) {
    tables_.documents.remember(path, record);
}

std::optional<std::string> MemoryStore::body(const Fingerprint& file) const { return bodies_.body(file); }

bool MemoryStore::has_body(const Fingerprint& file) const { return bodies_.contains(file); }

void MemoryStore::remember_body(const Fingerprint& file, std::string_view body) { bodies_.remember(file, body); }

void MemoryStore::forget_body(const Fingerprint& file) { bodies_.forget(file); }

const Marks& MemoryStore::marks() const { return tables_.marks; }

void MemoryStore::remember_marks(Marks marks) {
    if (marks == tables_.marks) return;
    tables_.marks = std::move(marks);
    tables_.marks_unsaved = true;
}

void MemoryStore::clear() {
    tables_ = {};
    tables_.cleared = true;
    bodies_.clear();
}

Result<void> MemoryStore::commit() {
    tables_.note_saved();
    return commit_answer_;
}

}  // namespace tagwire::state
