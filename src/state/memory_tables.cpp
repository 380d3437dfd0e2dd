#include "state/memory_tables.hpp"

#include "base/packed.hpp"

namespace tagwire::state {

const FeedRecord* FeedTable::feed(const FeedName& name) const {
    const auto found = entries_.find(name);
    return found == entries_.end() || !found->second.record ? nullptr : &*found->second.record;
}

void FeedTable::for_each(const std::function<void(const FeedRecord&)>& visit) const {
    for (const auto& [name, entry] : entries_) {
        if (entry.record) visit(*entry.record);
    }
}

void FeedTable::remember(FeedRecord record) {
    Entry& entry = entries_[record.name];
    if (entry.record == record) return;
    if (!entry.record) {
        for (std::size_t page = 1; page <= entry.pages.size(); ++page) unsaved_.pages.emplace(record.name, page);
    }
    unsaved_.feeds.insert(record.name);
    entry.record = std::move(record);
}

void FeedTable::forget(const FeedName& name) {
    const auto found = entries_.find(name);
    if (found == entries_.end()) return;
    std::erase_if(unsaved_.pages, [&](const auto& page) { return page.first == found->first; });
    unsaved_.feeds.erase(found->first);
    unsaved_.forgotten.insert(found->first);
    entries_.erase(found);
}

const std::vector<PageRecord>& FeedTable::pages(const FeedName& name) const {
    static const std::vector<PageRecord> none;
    const auto found = entries_.find(name);
    return found == entries_.end() ? none : found->second.pages;
}

void FeedTable::remember_page(const FeedName& name, std::size_t number, PageRecord record) {
    std::vector<PageRecord>& pages = entries_[name].pages;
    if (number > pages.size()) pages.resize(number);
    pages[number - 1] = record;
    unsaved_.pages.emplace(name, number);
}

std::optional<std::string> BodyTable::body(const Fingerprint& file) const {
    std::shared_ptr<const std::string> packed;
    {
        const std::lock_guard lock(mutex_);
        if (!known_.contains(file)) return std::nullopt;
        const auto found = unsaved_.find(file);
        if (found != unsaved_.end()) packed = found->second;
    }
    if (packed) return unpack(*packed);
    return find_saved_ ? find_saved_(file) : std::nullopt;
}

bool BodyTable::contains(const Fingerprint& file) const {
    const std::lock_guard lock(mutex_);
    return known_.contains(file);
}

void BodyTable::remember(const Fingerprint& file, std::string_view body) {
    auto packed = std::make_shared<const std::string>(pack(body));
    const std::lock_guard lock(mutex_);
    known_.insert(file);
    unsaved_.insert_or_assign(file, std::move(packed));
}

void BodyTable::forget(const Fingerprint& file) {
    const std::lock_guard lock(mutex_);
    if (known_.erase(file) == 0) return;
    if (find_saved_) {
        unsaved_.insert_or_assign(file, nullptr);
    } else {
        unsaved_.erase(file);
    }
}

void BodyTable::clear() {
    const std::lock_guard lock(mutex_);
    known_.clear();
    unsaved_.clear();
}

std::vector<BodyTable::Change> BodyTable::unsaved() const {
    const std::lock_guard lock(mutex_);
    return {unsaved_.begin(), unsaved_.end()};
}

void BodyTable::note_saved(const std::vector<Change>& changes) {
    const std::lock_guard lock(mutex_);
    for (const auto& [file, packed] : changes) {
        const auto found = unsaved_.find(file);
        if (found != unsaved_.end() && found->second == packed) unsaved_.erase(found);  // else it has changed again
    }
}

void Tables::note_saved() {
    articles.note_saved();
    skipped.note_saved();
    feeds.note_saved();
    documents.note_saved();
    marks_unsaved = false;
    cleared = false;
}

}  // namespace tagwire::state
