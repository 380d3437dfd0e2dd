#include "daemon/feed_memory.hpp"

#include "base/digest.hpp"
#include "base/uri.hpp"

#include <algorithm>

namespace tagwire::daemon {

namespace {

using catalog::FeedKey;
using catalog::StaleFeed;
using feed::DeletedEntry;
using state::FeedName;
using state::FeedRecord;
using state::FormerUrl;

std::string mint_id(const feed::Site& site, const FeedName& name) {
    return uuid_urn(site.id_domain, "feed/" + name.definition + (name.term.empty() ? "" : '/' + name.term));
}

// A feed that is at another path than before can still be found by the former one.
std::vector<FormerUrl> left_behind(const FeedRecord& known, const feed::Feed& feed) {
    std::vector<FormerUrl> urls = known.former_urls;
    for (const feed::Format format : feed::all_formats) {
        const std::string& before = known.urls.at(static_cast<std::size_t>(format));
        if (!before.empty() && path_of(before) != path_of(feed.url(format))) urls.push_back({format, before});
    }
    std::erase_if(urls, [&](const FormerUrl& url) { return path_of(url.url) == path_of(feed.url(url.format)); });
    return urls;
}

template <class Queue>
std::vector<FeedKey> take_passed(Queue& queue, Instant now) {
    std::vector<FeedKey> keys;
    while (!queue.empty() && queue.begin()->first <= now) {
        keys.push_back(queue.begin()->second);
        queue.erase(queue.begin());
    }
    return keys;
}

}  // namespace

FeedName FeedMemory::name_of(const FeedKey& key) const {
    return {settings_.definitions[key.definition].name, key.term};
}

void FeedMemory::complete(feed::Feed& feed, const StaleFeed& stale, Title title, Instant now) {
    const FeedKey& key = stale.feed.key;
    FeedRecord record;
    record.name = name_of(key);
    const FeedRecord* const known = store_.feed(record.name);
    record.taxonomy = settings_.definitions[key.definition].each;
    record.title = stale.feed.term;
    record.slug = stale.feed.slug;
    record.id = known == nullptr ? mint_id(settings_.site, record.name) : known->id;
    record.updated = updated(stale, known, title, now);
    record.urls = feed.urls;
    if (known != nullptr)
        record.former_urls = known->urls == feed.urls ? known->former_urls : left_behind(*known, feed);
    record.deleted = deleted(stale, known, now);
    const bool is_empty = !record.taxonomy.empty() && stale.feed.articles == 0;
    if (is_empty) record.emptied = known != nullptr && known->emptied ? *known->emptied : now;
    feed.id = record.id;
    feed.updated = record.updated;
    feed.deleted = record.deleted;
    if (known != nullptr) wait_no_more(key, *known);
    wait_for(key, record);
    if (known == nullptr || *known != record) store_.remember_feed(std::move(record));
}

// RFC 4287 §4.2.15, and more: the last change of what the feed says, which never goes back.
Instant FeedMemory::updated(const StaleFeed& stale, const FeedRecord* known, Title title, Instant now) const {
    const bool is_new_and_empty = stale.feed.window.empty() && known == nullptr;
    const bool moved = !stale.left.empty() || title == Title::changed || is_new_and_empty;
    Instant updated =
        std::max(known == nullptr ? Instant::min() : known->updated, moved ? whole_seconds(now) : Instant::min());
    for (const auto& article : stale.feed.window) updated = std::max(updated, article->updated);
    return updated;
}

// RFC 6721 §3: an entry that is there again is not deleted.
std::vector<DeletedEntry> FeedMemory::deleted(const StaleFeed& stale, const FeedRecord* known, Instant now) const {
    std::vector<DeletedEntry> entries;
    if (settings_.tombstones.count() == 0) return entries;
    for (const std::string& id : stale.left) entries.push_back({id, whole_seconds(now)});
    if (known != nullptr) entries.insert(entries.end(), known->deleted.begin(), known->deleted.end());
    std::erase_if(entries, [&](const DeletedEntry& entry) {
        return entry.deleted + settings_.tombstones <= now ||
               std::any_of(stale.feed.window.begin(), stale.feed.window.end(),
                           [&](const auto& article) { return article->id == entry.id; });
    });
    std::set<std::string> told;  // RFC 6721 §3: one for an id is enough, the latest
    std::erase_if(entries, [&](const DeletedEntry& entry) { return !told.insert(entry.id).second; });
    return entries;
}

void FeedMemory::wait_for(const FeedKey& key, const FeedRecord& record) {
    if (record.emptied) to_forget_.insert({*record.emptied + settings_.forget_after, key});
    if (!record.deleted.empty()) with_tombstones_.insert({record.deleted.back().deleted + settings_.tombstones, key});
}

void FeedMemory::wait_no_more(const FeedKey& key, const FeedRecord& record) {
    if (record.emptied) to_forget_.erase({*record.emptied + settings_.forget_after, key});
    if (!record.deleted.empty()) with_tombstones_.erase({record.deleted.back().deleted + settings_.tombstones, key});
}

FeedMemory::Due FeedMemory::take_due(Instant now) {
    Due due{take_passed(with_tombstones_, now), take_passed(to_forget_, now)};
    for (const FeedKey& key : due.forgotten) store_.forget_feed(name_of(key));
    return due;
}

std::optional<Instant> FeedMemory::next_due() const {
    std::optional<Instant> next;
    for (const Queue* queue : {&to_forget_, &with_tombstones_}) {
        if (!queue->empty()) next = std::min(next.value_or(Instant::max()), queue->begin()->first);
    }
    return next;
}

std::vector<DeletedEntry> FeedMemory::tombstones(const FeedKey& key, Instant now) {
    const FeedRecord* const known = store_.feed(name_of(key));
    if (known == nullptr) return {};
    FeedRecord record = *known;
    std::erase_if(record.deleted,
                  [&](const DeletedEntry& entry) { return entry.deleted + settings_.tombstones <= now; });
    std::vector<DeletedEntry> left = record.deleted;
    wait_for(key, record);
    store_.remember_feed(std::move(record));
    return left;
}

FeedMemory::Former FeedMemory::former_urls(Instant now) {
    Former former;
    std::vector<FeedRecord> removed;
    store_.for_each_feed([&](const FeedRecord& record) {
        const bool is_served = std::any_of(
            settings_.definitions.begin(), settings_.definitions.end(), [&](const feed::Definition& definition) {
                return definition.name == record.name.definition && definition.each == record.taxonomy;
            });
        if (!is_served) removed.push_back(record);
        for (const FormerUrl& url : record.former_urls) {
            const std::string& present = record.urls.at(static_cast<std::size_t>(url.format));
            if (!is_served || present.empty()) {
                former.removed.push_back(url.url);
            } else {
                former.moved.emplace_back(url.url, present);
            }
        }
    });
    for (FeedRecord& record : removed) add_removed(std::move(record), now, former);
    return former;
}

// They are remembered as long as a feed that has become empty.
void FeedMemory::add_removed(FeedRecord record, Instant now, Former& former) {
    if (record.emptied && *record.emptied + settings_.forget_after <= now) return store_.forget_feed(record.name);
    for (const std::string& url : record.urls) {
        if (!url.empty()) former.removed.push_back(url);
    }
    if (record.emptied) return;
    record.emptied = now;
    store_.remember_feed(std::move(record));
}

}  // namespace tagwire::daemon
