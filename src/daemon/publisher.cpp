#include "daemon/publisher.hpp"

#include "base/uri.hpp"
#include "daemon/catalog_memory.hpp"
#include "daemon/identity.hpp"
#include "daemon/zone_advice.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::daemon {

using catalog::Change;
using content::ArticlePtr;
using content::ParsedArticle;

namespace {

template <class T>
void append(std::vector<T> more, std::vector<T>& all) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::optional<Instant> earliest(std::optional<Instant> a, std::optional<Instant> b) {
    return a && b ? std::min(a, b) : a ? a : b;
}

}  // namespace

Publisher::Publisher(Settings settings, state::Store& store)
    : settings_(std::move(settings)),
      store_(store),
      catalog_(settings_.definitions, settings_.duplicates),
      feeds_(settings_, store_, catalog_),
      pages_(settings_) {}

void Publisher::restore(Instant now) {
    const std::string domain = settings_.site.id_domain;
    const std::string known_domain = store_.marks().id_domain;
    // Ids of a name of this machine alone are provisional; a site that is tried there for a while keeps its own.
    if (is_loopback(domain) && !known_domain.empty()) {
        settings_.site.id_domain = settings_.reading.id_domain = known_domain;
    } else if (is_loopback(known_domain) && !is_loopback(domain)) {
        store_.clear();
        folder_problems_.push_back({Severity::warning, "provisional-ids", settings_.root, 0, 0,
                                    "what was remembered while the site was at " + known_domain +
                                        " was provisional: ids are minted anew for " + domain});
    }
    if (store_.marks().as_of == Instant::min()) return;
    store_.forget_deleted_before(now - settings_.forget_after);
    catalog_.restore(catalog_memory(store_, settings_.definitions));
}

Publication Publisher::apply(std::vector<Observation> seen, const std::set<std::string>& missing, Instant now) {
    Publication publication;
    const bool is_first = std::exchange(is_first_, false);
    if (is_first) publication.problems = first_problems(seen, now);
    std::vector<Change> changes;
    for (const Rename& rename : find_renames(seen, missing, store_)) {
        store_.rename(rename.from, rename.to);
        problems_.erase(rename.from);
        changes.push_back({rename.from, nullptr});
        publication.renamed_from.insert(rename.from);
    }
    for (Observation& one : seen) {
        if (publication.renamed_from.count(one.path) > 0) continue;
        if (auto change = change_for(one, publication, now)) changes.push_back(std::move(*change));
    }
    const std::vector<ArticlePtr> replaced = articles_at(changes);
    finish(catalog_.apply(changes, now), seen, publication, now);
    for (const ArticlePtr& article : replaced) forget_body(*article);
    if (is_first) publication.former = feeds_.former_urls(now);
    return publication;
}

Publication Publisher::advance(Instant now) {
    Publication publication;
    finish(catalog_.advance(now), {}, publication, now);
    return publication;
}

// What is remembered of problems is told anew by each program that starts; those of files that were read now are told
// with them.
Problems Publisher::first_problems(const std::vector<Observation>& seen, Instant now) {
    ZonelessDates zoneless;
    std::set<std::string_view> read_now;
    for (const Observation& one : seen) {
        read_now.insert(one.path);
        const auto* const article = std::get_if<ParsedArticle>(&one.reading.outcome);
        if (article != nullptr && article->zoneless_date) zoneless.add(article->published, now);
    }
    store_.for_each_article([&](const state::ArticleRecord& record) {
        if ((record.problems.empty() && !record.zoneless_date) || read_now.contains(record.article->path)) return;
        if (record.zoneless_date) zoneless.add(record.article->published, now);
        if (!record.problems.empty()) problems_.emplace(record.article->path, record.problems);
    });
    append(zoneless.advise(settings_), folder_problems_);
    return problems();
}

std::optional<Change> Publisher::change_for(Observation& seen, Publication& publication, Instant now) {
    note_problems(seen, publication);
    const bool is_there = seen.stamp.has_value();
    if (is_there && std::holds_alternative<ParsedArticle>(seen.reading.outcome))
        return change_for_article(seen, publication, now);
    // Bad input never removes good output: the last good version stays.
    if (is_there && std::holds_alternative<content::Broken>(seen.reading.outcome)) return std::nullopt;
    return change_for_nothing(seen, publication, now);
}

Change Publisher::change_for_nothing(const Observation& seen, Publication& publication, Instant now) {
    if (const state::ArticleRecord* const record = store_.article(seen.path)) delete_record(*record, publication, now);
    if (seen.stamp) {
        const auto& skipped = std::get<content::Skipped>(seen.reading.outcome);
        store_.remember_skipped(seen.path, {seen.stamp->version, skipped.reason});
    } else {
        store_.forget_skipped(seen.path);
    }
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
    state::ArticleRecord record = identify(seen, store_, settings_, now);
    const ArticlePtr next = record.article;
    const bool is_claimant = claims_foreign_id(*next, publication);
    const state::ArticleRecord* const known = store_.article(seen.path);
    if (known != nullptr && known->article->id != next->id) delete_record(*known, publication, now);
    store_.forget_skipped(seen.path);
    if (is_claimant) return Change{seen.path, nullptr};
    // A file that was saved again with the same bytes changes nothing.
    const ArticlePtr current = catalog_.find(seen.path);
    const bool is_same = current && *current == *next;
    if (is_same) record.article = current;
    store_.remember(std::move(record));
    return is_same ? std::nullopt : std::optional(Change{seen.path, next});
}

// RFC 4287 §4.1.1: an id stands for one entry. The article that carries it keeps it.
bool Publisher::claims_foreign_id(const content::Article& article, Publication& publication) {
    const state::ArticleRecord* const holder = store_.holder(article.id);
    if (holder == nullptr || holder->deleted || holder->article->path == article.path) return false;
    const Problem problem{Severity::error,
                          "duplicate-id",
                          article.path,
                          0,
                          0,
                          "its id " + article.id + " is that of " + holder->article->path +
                              ", which keeps it; give this article an `id` of its own"};
    problems_[article.path].push_back(problem);
    publication.problems.push_back(problem);
    other_claims_.emplace(article.id, article.path);
    return true;
}

// Files that claim its id get their turn.
void Publisher::delete_record(const state::ArticleRecord& record, Publication& publication, Instant now) {
    const auto [first, last] = other_claims_.equal_range(record.article->id);
    for (auto claim = first; claim != last; ++claim) publication.look_again.push_back(claim->second);
    other_claims_.erase(first, last);
    store_.remember_deletion(std::string(record.article->path), now);
}

void Publisher::finish(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication,
                       Instant now) {
    remember_entries(update, store_);
    remember_bodies(update, seen, publication);
    FeedRecipes::Changes feeds = feeds_.update(update, now);
    FeedRecipes::Changes later = feeds_.advance(now);
    publication.recipes = std::move(feeds.recipes);
    publication.dropped = std::move(feeds.dropped);
    append(std::move(later.recipes), publication.recipes);
    append(std::move(later.dropped), publication.dropped);
    publication.next_due = earliest(update.next_due, feeds_.next_due());
    store_.remember_marks({now, catalog_.next_number(), settings_.reading_depends_on, settings_.site.id_domain});
    if (!settings_.serves_articles) return;
    ArticlePages::Changes pages = pages_.update(update, feeds_);
    append(std::move(pages.recipes), publication.recipes);
    append(std::move(pages.problems), publication.problems);
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
    feeds_.windows(update, entered, [&](const ArticlePtr& article) { forget_body(*article); });
}

void Publisher::forget_body(const content::Article& article) {
    if (!catalog_.in_a_window(article)) store_.forget_body(article.metadata.bytes);
}

std::vector<ArticlePtr> Publisher::articles_at(const std::vector<Change>& changes) const {
    std::vector<ArticlePtr> articles;
    for (const Change& change : changes) {
        if (ArticlePtr article = catalog_.find(change.path)) articles.push_back(std::move(article));
    }
    return articles;
}

Problems Publisher::problems() const {
    Problems all = folder_problems_;
    for (const auto& [path, problems] : problems_) all.insert(all.end(), problems.begin(), problems.end());
    return all;
}

}  // namespace tagwire::daemon
