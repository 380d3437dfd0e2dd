#include "daemon/identity.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace tagwire::daemon {

namespace {

using content::DateOrigin;
using content::ParsedArticle;
using state::ArticleRecord;
using state::Store;

// An id minted for a path is taken where a renamed article carries it: a counter makes the next one.
std::string mint_id(const std::string& path, const Store& store, const std::string& id_domain) {
    const std::string name = nfc(path);
    std::string id = uuid_urn(id_domain, name);
    for (int counter = 2; store.article_with_id(id); ++counter)
        id = uuid_urn(id_domain, name + '#' + std::to_string(counter));
    return id;
}

struct Published {
    Instant instant;
    bool frozen;
};

Published published(const ParsedArticle& parsed, const std::optional<ArticleRecord>& known, Instant file_time) {
    if (parsed.published_from == DateOrigin::front_matter) return {*parsed.published, false};
    if (known && known->published_frozen) return {known->published, true};
    return {parsed.published.value_or(file_time), true};
}

Instant updated(const ParsedArticle& parsed, const std::optional<ArticleRecord>& known, Instant first, Instant now) {
    if (parsed.updated) return std::max(*parsed.updated, first);
    if (!known) return first;
    const bool significant = known->significant != parsed.metadata.significant;
    return std::max(significant ? whole_seconds(now) : known->updated, first);
}

}  // namespace

Identified identify(Observation& seen, const Store& store, const std::string& id_domain, Instant now) {
    auto& parsed = std::get<ParsedArticle>(seen.reading.outcome);
    const auto known = store.article(seen.path);
    ArticleRecord record;
    record.path = seen.path;
    record.id = !parsed.id.empty() ? parsed.id : known ? known->id : mint_id(seen.path, store, id_domain);
    record.first_seen = known ? known->first_seen : now;
    // A file from the future (a wrong clock, an archive) is one that was first seen now: a guess hides nothing.
    const Published date = published(parsed, known, std::min(seen.stamp->modified, now));
    record.published = date.instant;
    record.published_frozen = date.frozen;
    record.updated = updated(parsed, known, date.instant, now);
    record.bytes = parsed.metadata.bytes;
    record.significant = parsed.metadata.significant;
    record.device = seen.stamp->device;
    record.inode = seen.stamp->inode;
    auto article = std::make_shared<const content::Article>(
        content::Article{seen.path, record.id, record.published, record.updated, std::move(parsed.metadata)});
    return {std::move(article), std::move(record)};
}

std::vector<Rename> find_renames(const std::vector<Observation>& seen, const std::set<std::string>& missing,
                                 const Store& store) {
    std::multimap<Fingerprint, ArticleRecord> candidates;
    for (const std::string& path : missing) {
        if (auto record = store.article(path)) candidates.emplace(record->bytes, std::move(*record));
    }
    std::vector<Rename> renames;
    for (const Observation& one : seen) {
        const auto* const parsed = std::get_if<ParsedArticle>(&one.reading.outcome);
        if (candidates.empty() || !one.stamp || parsed == nullptr || store.article(one.path)) continue;
        const auto [first, last] = candidates.equal_range(parsed->metadata.bytes);
        auto match = std::find_if(first, last, [&](const auto& candidate) {
            return candidate.second.device == one.stamp->device && candidate.second.inode == one.stamp->inode;
        });
        if (match == last && std::distance(first, last) == 1) match = first;
        if (match == last) continue;
        renames.push_back({match->second.path, one.path});
        candidates.erase(match);
    }
    return renames;
}

}  // namespace tagwire::daemon
