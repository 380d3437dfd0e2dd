#include "cli/file_facts.hpp"

#include "base/slug.hpp"
#include "cli/article_state.hpp"
#include "daemon/observation.hpp"
#include "feed/archive.hpp"

#include <algorithm>
#include <filesystem>

namespace tagwire::cli {

namespace {

namespace fs = std::filesystem;
using catalog::Catalog;
using content::Article;
using content::ArticlePtr;

bool has_term(const Article& article, const std::string& taxonomy, const std::string& key) {
    for (const content::TermList& list : article.metadata.taxonomies) {
        if (list.taxonomy != taxonomy) continue;
        return std::any_of(list.terms.begin(), list.terms.end(),
                           [&](const std::string& term) { return term_key(term) == key; });
    }
    return false;
}

bool holds(const std::vector<ArticlePtr>& articles, const Article& article) {
    return std::any_of(articles.begin(), articles.end(), [&](const ArticlePtr& one) { return one->id == article.id; });
}

std::vector<FeedPlace> places_of(const Article& article, const daemon::Publisher& publisher) {
    const Catalog& catalog = publisher.catalog();
    std::vector<FeedPlace> places;
    for (const catalog::FeedState& feed : catalog.feeds()) {
        const std::string& taxonomy = catalog.definitions()[feed.key.definition].each;
        if (!taxonomy.empty() && !has_term(article, taxonomy, feed.key.term)) continue;
        FeedPlace place{&publisher.feeds().feed(feed.key), holds(feed.window, article), 0};
        for (std::size_t page = 1; page <= feed.pages && place.page == 0; ++page) {
            if (holds(catalog.page(feed.key, page), article)) place.page = page;
        }
        if (place.in_current || place.page != 0) places.push_back(place);
    }
    return places;
}

std::string find_original(const Article& duplicate, const Catalog& catalog) {
    for (const ArticlePtr& article : catalog.below("")) {
        if (article->metadata.external_url == duplicate.metadata.external_url && catalog.is_shown(article->path))
            return article->path;
    }
    return {};
}

void add_reading(FileFacts& facts, const daemon::Settings& settings) {
    const daemon::Observation seen = daemon::observe(facts.path, settings, daemon::KeepBodies::no);
    if (!seen.stamp) return;
    if (!settings.watch.scan.wanted(facts.path)) {
        facts.kind = FileKind::skipped;
        facts.reason = "its name is not one of an article (the key `extensions` says which are)";
    } else if (const auto* const skipped = std::get_if<content::Skipped>(&seen.reading.outcome)) {
        facts.kind = FileKind::skipped;
        facts.reason = skipped->reason;
    } else if (const auto* const parsed = std::get_if<content::ParsedArticle>(&seen.reading.outcome)) {
        facts.kind = FileKind::article;
        facts.published_from = parsed->published_from;
        facts.updated_from_front_matter = parsed->updated.has_value();
    } else {
        facts.kind = FileKind::broken;
    }
}

void add_passed_over(FileFacts& facts, const daemon::Snapshot& snapshot) {
    const auto& paths = snapshot.paths();
    if (facts.kind == FileKind::missing || facts.kind == FileKind::skipped) return;
    if (std::binary_search(paths.begin(), paths.end(), facts.path)) return;
    facts.kind = FileKind::skipped;
    facts.reason = "it lies in a folder that is passed over";
}

void add_article(FileFacts& facts, const Taken& taken) {
    const Catalog& catalog = taken.snapshot->publisher().catalog();
    const ArticlePtr article = catalog.find(facts.path);
    const state::ArticleRecord* const record = taken.store->article(facts.path);
    if (!article || record == nullptr) return;
    facts.article = *record;
    facts.state = state_of(*article, catalog, taken.time);
    if (facts.state == "duplicate") facts.original_at = find_original(*article, catalog);
    if (facts.state == "scheduled" || facts.state == "held")
        facts.appears = std::max(article->published, article->held_until);
    const auto& expires = article->metadata.expires;
    if (expires && (facts.appears || facts.state == "published")) facts.goes = expires;
    facts.feeds = places_of(*article, taken.snapshot->publisher());
}

// Empty where `path` is not below `folder`.
std::string below(const fs::path& folder, const fs::path& path) {
    const fs::path relative = path.lexically_relative(folder);
    return relative.empty() || *relative.begin() == ".." || relative == "." ? std::string() : relative.string();
}

// The path in the content folder of a file that is named as people name files.
Result<std::string> find_path(const std::string& typed, const std::string& root, const state::Store& store) {
    std::error_code error;
    const fs::path here = fs::absolute(typed, error).lexically_normal();
    std::vector<std::string> candidates = {below(root, here),
                                           below(fs::weakly_canonical(root, error), fs::weakly_canonical(here, error))};
    if (fs::path(typed).is_relative()) candidates.push_back(below(root, (fs::path(root) / typed).lexically_normal()));
    std::erase(candidates, "");
    if (candidates.empty()) return Error{Fault::not_found, typed + " is not below the folder of articles, " + root};
    for (const std::string& path : candidates) {
        if (fs::exists(fs::path(root) / path, error) || store.article(path) != nullptr) return path;
    }
    return candidates.front();
}

}  // namespace

std::string FeedPlace::url(feed::Format format) const {
    const std::string& current = feed->url(format);
    return current.empty() || in_current ? current : feed::archive_url(current, page);
}

Result<void> look_at_memory(FileFacts& facts, const std::string& typed, const daemon::Settings& settings,
                            const state::Store& store) {
    auto path = find_path(typed, settings.root, store);
    if (!path) return path.error();
    facts.path = std::move(*path);
    facts.state_folder = settings.state_folder;
    facts.has_state = store.marks().as_of != Instant::min();
    if (const auto* const record = store.article(facts.path)) facts.remembered.article = *record;
    for (const state::ArticleRecord* const record : store.deleted_at(facts.path))
        facts.remembered.deleted.push_back(*record);
    return {};
}

void look_at_file(FileFacts& facts, const Taken& taken) {
    add_reading(facts, taken.snapshot->publisher().settings());
    add_passed_over(facts, *taken.snapshot);
    facts.problems = taken.snapshot->problems_of(facts.path);
    add_article(facts, taken);
    const auto foreign_id = std::find_if(facts.problems.begin(), facts.problems.end(),
                                         [](const Problem& problem) { return problem.code == "duplicate-id"; });
    if (foreign_id != facts.problems.end() && !facts.article) facts.reason = foreign_id->message;
}

}  // namespace tagwire::cli
