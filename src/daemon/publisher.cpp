#include "daemon/publisher.hpp"

#include "daemon/identity.hpp"
#include "daemon/zone_advice.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::daemon {

using catalog::Change;
using content::ArticlePtr;
using content::ParsedArticle;

Publisher::Publisher(Settings settings, state::Store& store, const Publisher* predecessor)
    : settings_(std::move(settings)),
      store_(store),
      predecessor_(predecessor),
      catalog_(settings_.definitions, settings_.duplicates),
      feeds_(settings_, store_),
      pages_(settings_.site) {}

Publication Publisher::apply(std::vector<Observation> seen, const std::set<std::string>& missing, Instant now) {
    Publication publication;
    if (std::exchange(is_first_, false)) {
        folder_problems_ = advise_on_zone(seen, settings_, now);
        publication.problems = folder_problems_;
    }
    std::vector<Change> changes;
    for (const Rename& rename : find_renames(seen, missing, store_)) {
        if (const auto record = store_.article(rename.from)) owners_[record->id] = rename.to;
        store_.rename(rename.from, rename.to);
        problems_.erase(rename.from);
        changes.push_back({rename.from, nullptr});
        publication.renamed_from.insert(rename.from);
    }
    for (Observation& one : seen) {
        if (publication.renamed_from.count(one.path) > 0) continue;
        if (auto change = change_for(one, publication, now)) changes.push_back(std::move(*change));
    }
    predecessor_ = nullptr;
    finish(catalog_.apply(changes, now), seen, publication, now);
    return publication;
}

Publication Publisher::advance(Instant now) {
    Publication publication;
    finish(catalog_.advance(now), {}, publication, now);
    return publication;
}

std::optional<Change> Publisher::change_for(Observation& seen, Publication& publication, Instant now) {
    note_problems(seen, publication);
    const bool is_there = seen.stamp.has_value();
    if (is_there && std::holds_alternative<ParsedArticle>(seen.reading.outcome))
        return change_for_article(seen, publication, now);
    if (is_there && std::holds_alternative<content::Broken>(seen.reading.outcome)) {
        // Bad input never removes good output: the last good version stays.
        if (predecessor_ == nullptr || knows(seen.path)) return std::nullopt;
        ArticlePtr last_good = predecessor_->catalog().find(seen.path);
        if (last_good && claims_foreign_id(seen.path, last_good->id, publication)) return std::nullopt;
        return last_good ? std::optional(Change{seen.path, std::move(last_good)}) : std::nullopt;
    }
    release_id(seen.path, publication);
    store_.forget(seen.path);
    return Change{seen.path, nullptr};
}

// What stood already is not told again.
void Publisher::note_problems(const Observation& seen, Publication& publication) {
    const Problems none;
    const Problems& problems = seen.stamp ? seen.reading.problems : none;
    const auto before = problems_.find(seen.path);
    if (before != problems_.end() && before->second == problems) return;
    if (before != problems_.end()) problems_.erase(before);
    if (problems.empty()) return;
    problems_.emplace(seen.path, problems);
    publication.problems.insert(publication.problems.end(), problems.begin(), problems.end());
}

std::optional<Change> Publisher::change_for_article(Observation& seen, Publication& publication, Instant now) {
    Identified identified = identify(seen, store_, settings_.site.id_domain, now);
    const auto known = store_.article(seen.path);
    if (known && known->id != identified.record.id) release_id(seen.path, publication);
    if (claims_foreign_id(seen.path, identified.record.id, publication)) return Change{seen.path, nullptr};
    store_.remember(std::move(identified.record));
    // A file that was saved again with the same bytes changes nothing.
    const ArticlePtr current = catalog_.find(seen.path);
    const ArticlePtr& next = identified.article;
    if (current && current->metadata.bytes == next->metadata.bytes && current->id == next->id &&
        current->published == next->published && current->updated == next->updated) {
        return std::nullopt;
    }
    return Change{seen.path, std::move(identified.article)};
}

// RFC 4287 §4.1.1: an id stands for one entry. The article that carries it keeps it.
bool Publisher::claims_foreign_id(const std::string& path, const std::string& id, Publication& publication) {
    const auto [owner, is_new] = owners_.try_emplace(id, path);
    if (is_new || owner->second == path) return false;
    const Problem problem{
        Severity::error,
        "duplicate-id",
        path,
        0,
        0,
        "its id " + id + " is that of " + owner->second + ", which keeps it; give this article an `id` of its own"};
    problems_[path].push_back(problem);
    publication.problems.push_back(problem);
    other_claims_.emplace(id, path);
    return true;
}

void Publisher::release_id(const std::string& path, Publication& publication) {
    const auto record = store_.article(path);
    if (!record) return;
    const auto owner = owners_.find(record->id);
    if (owner == owners_.end() || owner->second != path) return;
    owners_.erase(owner);
    const auto [first, last] = other_claims_.equal_range(record->id);
    for (auto claim = first; claim != last; ++claim) publication.look_again.push_back(claim->second);
    other_claims_.erase(first, last);
}

void Publisher::finish(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication,
                       Instant now) {
    remember_bodies(update, seen, publication);
    publication.recipes = feeds_.update(update, catalog_, now);
    publication.next_due = update.next_due;
    if (!settings_.serves_articles) return;
    ArticlePages::Changes pages = pages_.update(update, feeds_);
    std::move(pages.recipes.begin(), pages.recipes.end(), std::back_inserter(publication.recipes));
    std::move(pages.problems.begin(), pages.problems.end(), std::back_inserter(publication.problems));
    publication.withdrawn = std::move(pages.withdrawn);
}

// The body of each article that stands in a window is remembered, so that a file that turns bad can still be shown.
void Publisher::remember_bodies(const catalog::Update& update, const std::vector<Observation>& seen,
                                Publication& publication) {
    std::map<std::string_view, const Observation*> bodies;
    for (const Observation& one : seen) {
        if (!one.body.empty()) bodies.emplace(one.path, &one);
    }
    std::set<const content::Article*> wanted;
    const auto entered = [&](const ArticlePtr& article) {
        if (!wanted.insert(article.get()).second || store_.has_body(article->metadata.bytes)) return;
        const auto body = bodies.find(article->path);
        if (body != bodies.end()) {
            store_.remember_body(article->metadata.bytes, body->second->body);
        } else {
            publication.wanted_bodies.push_back(article);
        }
    };
    const auto left = [&](const ArticlePtr& article) {
        if (!catalog_.in_a_window(*article)) store_.forget_body(article->metadata.bytes);
    };
    feeds_.windows(update, entered, left);
}

Problems Publisher::problems() const {
    Problems all = folder_problems_;
    for (const auto& [path, problems] : problems_) all.insert(all.end(), problems.begin(), problems.end());
    return all;
}

}  // namespace tagwire::daemon
