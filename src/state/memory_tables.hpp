// The tables that a store looks things up in, and what in them has changed since it was last saved.
#pragma once

#include "state/record_index.hpp"
#include "state/store.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace tagwire::state {

// Articles by their id, and those with a file by its path.
class ArticleTable {
  public:
    [[nodiscard]] const ArticleRecord* at(std::string_view path) const;
    [[nodiscard]] const ArticleRecord* holder(std::string_view id) const;
    [[nodiscard]] std::vector<const ArticleRecord*> deleted_at(std::string_view path) const;
    [[nodiscard]] std::vector<const ArticleRecord*> deleted_with(const Fingerprint& bytes) const;
    void for_each(const std::function<void(const ArticleRecord&)>& visit) const;
    [[nodiscard]] std::size_t count() const { return by_path_.size(); }

    void reserve(std::size_t articles);
    void load(ArticleRecord record);  // as remember(), of what is saved already
    void remember(ArticleRecord record);
    void rename(std::string_view from, std::string_view to);
    void remember_deletion(std::string_view path, Instant when);
    void forget_deleted_before(Instant when);

    [[nodiscard]] const std::set<std::string>& unsaved() const { return unsaved_; }  // ids
    void note_saved() { unsaved_.clear(); }

  private:
    void list(ArticleRecord& record);
    void unlist(const ArticleRecord& record);
    void mark_deleted(ArticleRecord& record, Instant when);

    static const std::string& id_of(const ArticleRecord& record) { return record.article->id; }
    static const std::string& path_of(const ArticleRecord& record) { return record.article->path; }

    RecordIndex<std::unique_ptr<ArticleRecord>, id_of> records_;
    RecordIndex<ArticleRecord*, path_of> by_path_;                        // that have a file
    std::unordered_multimap<std::string_view, ArticleRecord*> deleted_;   // by the path of the file that is gone
    std::unordered_multimap<Fingerprint, ArticleRecord*> deleted_bytes_;  // by the bytes of the file that is gone
    std::set<std::string> unsaved_;
};

class FeedTable {
  public:
    [[nodiscard]] const FeedRecord* feed(const FeedName& name) const;
    void for_each(const std::function<void(const FeedRecord&)>& visit) const;
    void remember(FeedRecord record);
    void forget(const FeedName& name);
    [[nodiscard]] const std::vector<PageRecord>& pages(const FeedName& name) const;
    void remember_page(const FeedName& name, std::size_t number, PageRecord record);

    struct Unsaved {
        std::set<FeedName> forgotten;  // with their pages; may have been remembered anew
        std::set<FeedName> feeds;
        std::set<std::pair<FeedName, std::size_t>> pages;  // of feeds that may not be known yet
    };
    [[nodiscard]] const Unsaved& unsaved() const { return unsaved_; }
    void note_saved() { unsaved_ = {}; }

  private:
    struct Entry {
        std::optional<FeedRecord> record;
        std::vector<PageRecord> pages;
    };
    std::map<FeedName, Entry> entries_;
    Unsaved unsaved_;
};

// Values by name. Those that are noted as unsaved may be gone.
template <class Value>
class NameTable {
  public:
    [[nodiscard]] const Value* find(std::string_view name) const {
        const auto found = values_.find(name);
        return found == values_.end() ? nullptr : &found->second;
    }
    void load(std::string name, Value value) { values_.insert_or_assign(std::move(name), std::move(value)); }
    void remember(std::string_view name, Value value) {
        values_.insert_or_assign(std::string(name), std::move(value));
        unsaved_.emplace(name);
    }
    void forget(std::string_view name) {
        const auto found = values_.find(name);
        if (found == values_.end()) return;
        values_.erase(found);
        unsaved_.emplace(name);
    }
    [[nodiscard]] const std::set<std::string, std::less<>>& unsaved() const { return unsaved_; }
    void note_saved() { unsaved_.clear(); }

  private:
    std::map<std::string, Value, std::less<>> values_;
    std::set<std::string, std::less<>> unsaved_;
};

// Packed bodies. Any thread may call any of it, but load(), clear() and what saves.
class BodyTable {
  public:
    // Finds a body that is not in memory; called by any thread. Empty: all are in memory.
    using FindSaved = std::function<std::optional<std::string>(const Fingerprint&)>;
    explicit BodyTable(FindSaved find_saved = {}) : find_saved_(std::move(find_saved)) {}

    [[nodiscard]] std::optional<std::string> body(const Fingerprint& file) const;
    [[nodiscard]] bool contains(const Fingerprint& file) const;
    void remember(const Fingerprint& file, std::string_view body);
    void forget(const Fingerprint& file);
    void load(const Fingerprint& file) { known_.insert(file); }
    void clear();

    // A packed body; null where it was forgotten.
    using Change = std::pair<Fingerprint, std::shared_ptr<const std::string>>;
    [[nodiscard]] std::vector<Change> unsaved() const;
    void note_saved(const std::vector<Change>& changes);  // they need not be in memory any more

  private:
    FindSaved find_saved_;
    mutable std::mutex mutex_;
    std::unordered_set<Fingerprint> known_;
    std::unordered_map<Fingerprint, std::shared_ptr<const std::string>> unsaved_;
};

struct Tables {
    ArticleTable articles;
    NameTable<SkippedRecord> skipped;
    FeedTable feeds;
    NameTable<DocumentRecord> documents;
    Marks marks;
    bool marks_unsaved = false;
    bool cleared = false;  // all that was saved before is to be forgotten

    void note_saved();
};

}  // namespace tagwire::state
