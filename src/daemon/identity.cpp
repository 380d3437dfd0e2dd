#include "daemon/identity.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <map>

namespace tagwire::daemon {

namespace {

using content::DateOrigin;
using content::ParsedArticle;
using state::ArticleRecord;
using state::IdOrigin;
using state::Store;

// A stamp is believed if its file was so old when it was read that nobody can have written it again within the same
// tick of its clock.
constexpr std::chrono::seconds stamp_settles_after{2};

// An id minted for a path is taken where a renamed or deleted article carries it: a counter makes the next one.
std::string mint_id(const std::string& path, const Store& store, const std::string& id_domain) {
    const std::string name = nfc(path);
    std::string id = uuid_urn(id_domain, name);
    for (int counter = 2; store.holder(id) != nullptr; ++counter)
        id = uuid_urn(id_domain, name + '#' + std::to_string(counter));
    return id;
}

// A deleted article whose path has another file since is told from that one by what it said.
bool is_same_article(const ParsedArticle& parsed, const content::Article& deleted) {
    const content::Metadata& before = deleted.metadata;
    const bool same_date = parsed.published_from == DateOrigin::front_matter && *parsed.published == deleted.published;
    return parsed.metadata.significant == before.significant ||
           (same_date && !before.title.empty() && parsed.metadata.title == before.title);
}

// What is remembered of the article that was seen, if anything: of its path, else of a deleted one that it was.
const ArticleRecord* remembered(const Observation& seen, const ParsedArticle& parsed, const Store& store) {
    if (const ArticleRecord* const known = store.article(seen.path)) return known;
    for (const ArticleRecord* const deleted : store.deleted_at(seen.path)) {
        if (is_same_article(parsed, *deleted->article)) return deleted;
    }
    const auto elsewhere = store.deleted_with(parsed.metadata.bytes);
    return elsewhere.size() == 1 ? elsewhere.front() : nullptr;
}

struct Id {
    std::string text;
    IdOrigin from;
};

Id id_of(const Observation& seen, const ParsedArticle& parsed, const ArticleRecord* known, const Store& store,
         const Settings& settings) {
    if (!parsed.id.empty()) return {parsed.id, IdOrigin::front_matter};
    if (known != nullptr) return {known->article->id, known->id_from};
    const std::string& link = parsed.metadata.link;
    if (settings.ids == IdSource::permalink && store.holder(link) == nullptr) return {link, IdOrigin::permalink};
    return {mint_id(seen.path, store, settings.site.id_domain), IdOrigin::minted};
}

struct Published {
    Instant instant;
    bool frozen;
};

Published published(const ParsedArticle& parsed, const ArticleRecord* known, Instant file_time) {
    if (parsed.published_from == DateOrigin::front_matter) return {*parsed.published, false};
    if (known != nullptr && known->published_frozen) return {known->article->published, true};
    return {parsed.published.value_or(file_time), true};
}

Instant updated(const ParsedArticle& parsed, const ArticleRecord* known, Instant first, Instant now) {
    if (parsed.updated) return std::max(*parsed.updated, first);
    if (known == nullptr) return first;
    const bool significant = known->article->metadata.significant != parsed.metadata.significant;
    return std::max(significant && !parsed.minor ? whole_seconds(now) : known->article->updated, first);
}

// What readers have seen is never held back, and each edit of what they have not begins the wait anew. The files that
// are there when tagwire sees a folder for the first time were edited when their time says.
Instant held_until(const ParsedArticle& parsed, const ArticleRecord* known, Instant edited, const Settings& settings) {
    if (settings.hold_back.count() == 0) return Instant::min();
    const bool is_seen_by_readers = known != nullptr && known->entered.number != 0;
    const bool is_edit = known == nullptr || known->article->metadata.bytes != parsed.metadata.bytes;
    if (known != nullptr && (is_seen_by_readers || !is_edit)) return known->article->held_until;
    return edited + settings.hold_back;
}

}  // namespace

ArticleRecord identify(Observation& seen, const Store& store, const Settings& settings, Instant now) {
    auto& parsed = std::get<ParsedArticle>(seen.reading.outcome);
    const ArticleRecord* const known = remembered(seen, parsed, store);
    // A file from the future (a wrong clock, an archive) is one that was first seen now: a guess hides nothing.
    const Instant file_time = std::min(seen.stamp->version.modified, now);
    const bool is_first_scan = store.marks().as_of == Instant::min();
    const Published date = published(parsed, known, file_time);
    const Instant changed = updated(parsed, known, date.instant, now);
    const Instant held = held_until(parsed, known, is_first_scan ? file_time : now, settings);
    Id id = id_of(seen, parsed, known, store, settings);
    ArticleRecord record;
    record.id_from = id.from;
    record.file = seen.stamp->version;
    if (record.file.modified + stamp_settles_after > now) record.file.modified = Instant{};
    record.problems = seen.reading.problems;
    record.zoneless_date = parsed.zoneless_date;
    record.published_frozen = date.frozen;
    record.first_seen = known == nullptr ? now : known->first_seen;
    if (known != nullptr && !known->deleted) record.entered = known->entered;
    record.article = std::make_shared<const content::Article>(
        content::Article{seen.path, std::move(id.text), date.instant, changed, std::move(parsed.metadata), held});
    return record;
}

namespace {

using Candidates = std::multimap<Fingerprint, const ArticleRecord*>;

bool is_same_inode(const ArticleRecord& record, const FileVersion& file) {
    return record.file.inode != 0 && record.file.inode == file.inode && record.file.device == file.device;
}

// A file may have been edited as well as renamed; an inode alone says little, since a new file may get an old one.
Candidates::iterator find_by_inode(Candidates& candidates, const ParsedArticle& parsed, const FileVersion& file) {
    return std::find_if(candidates.begin(), candidates.end(), [&](const auto& candidate) {
        const content::Metadata& before = candidate.second->article->metadata;
        return is_same_inode(*candidate.second, file) && !before.title.empty() && before.title == parsed.metadata.title;
    });
}

Candidates::iterator find_match(Candidates& candidates, const ParsedArticle& parsed, const FileVersion& file) {
    const auto [first, last] = candidates.equal_range(parsed.metadata.bytes);
    if (first == last) return find_by_inode(candidates, parsed, file);
    const auto match =
        std::find_if(first, last, [&](const auto& candidate) { return is_same_inode(*candidate.second, file); });
    if (match != last) return match;
    return std::next(first) == last ? first : candidates.end();
}

}  // namespace

std::vector<Rename> find_renames(const std::vector<Observation>& seen, const std::set<std::string>& missing,
                                 const Store& store) {
    Candidates candidates;
    for (const std::string& path : missing) {
        const ArticleRecord* const record = store.article(path);
        if (record != nullptr) candidates.emplace(record->article->metadata.bytes, record);
    }
    std::vector<Rename> renames;
    for (const Observation& one : seen) {
        const auto* const parsed = std::get_if<ParsedArticle>(&one.reading.outcome);
        if (candidates.empty() || !one.stamp || parsed == nullptr || store.article(one.path) != nullptr) continue;
        const auto match = find_match(candidates, *parsed, one.stamp->version);
        if (match == candidates.end()) continue;
        renames.push_back({match->second->article->path, one.path});
        candidates.erase(match);
    }
    return renames;
}

}  // namespace tagwire::daemon
