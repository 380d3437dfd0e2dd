#include "catalog/feed_index.hpp"

#include "base/slug.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tagwire::catalog {

namespace {

const std::string whole_site;  // the taxonomy, term and spelling of the feeds without `each`

}  // namespace

FeedIndex::FeedIndex(std::vector<feed::Definition> definitions) : definitions_(std::move(definitions)) {
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        taxonomy(definitions_[i].each).definitions.push_back(i);
    }
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name == whole_site) {
            touched_.try_emplace(&term(*taxonomy, whole_site));
        }
    }
}

FeedIndex::Taxonomy& FeedIndex::taxonomy(const std::string& name) {
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name == name) {
            return *taxonomy;
        }
    }
    taxonomies_.push_back(std::make_unique<Taxonomy>());
    taxonomies_.back()->name = name;
    return *taxonomies_.back();
}

FeedIndex::Term& FeedIndex::term(Taxonomy& taxonomy, const std::string& spelling) {
    const auto spelled = taxonomy.spelled.find(spelling);
    if (spelled != taxonomy.spelled.end()) {
        return *spelled->second;
    }
    const auto [found, is_new] = taxonomy.terms.try_emplace(term_key(spelling));
    Term& term = found->second;
    if (is_new) {
        term.taxonomy = &taxonomy;
        term.key = found->first;
        term.slug = taxonomy.name == whole_site ? std::string() : taxonomy.slugs.give(term.key);
        term.windows.resize(taxonomy.definitions.size());
    }
    taxonomy.spelled.emplace(spelling, &term);
    return term;
}

std::vector<FeedIndex::Membership> FeedIndex::memberships(const content::Article& article) {
    std::vector<Membership> memberships;
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name == whole_site) {
            memberships.push_back({term(*taxonomy, whole_site), whole_site});
            continue;
        }
        for (const content::TermList& list : article.metadata.taxonomies) {
            if (list.taxonomy != taxonomy->name) {
                continue;
            }
            for (const std::string& spelling : list.terms) {
                memberships.push_back({term(*taxonomy, spelling), spelling});
            }
        }
    }
    return memberships;
}

void FeedIndex::remove(const ArticlePtr& article) {
    for (const auto& [term, spelling] : memberships(*article)) {
        term.articles.remove(article, spelling);
        touched_[&term].insert(article->id);
    }
}

void FeedIndex::add(const ArticlePtr& article) {
    for (const auto& [term, spelling] : memberships(*article)) {
        term.articles.add(article, spelling);
        touched_[&term].erase(article->id);
    }
}

FeedChanges FeedIndex::settle() {
    FeedChanges changes;
    for (const auto& [term, left] : touched_) {
        refresh(*term, changes, !left.empty());
    }
    touched_.clear();
    std::sort(changes.stale.begin(), changes.stale.end(),
              [](const StaleFeed& a, const StaleFeed& b) { return a.feed.key < b.feed.key; });
    return changes;
}

void FeedIndex::refresh(Term& term, FeedChanges& changes, bool lost_entries) {
    const bool listed = term.articles.size() > 0 || term.taxonomy->name == whole_site;
    std::string name = term.articles.size() > 0 ? term.articles.name() : term.name;
    const bool list_changed = listed != term.listed || name != term.name;
    term.listed = listed;
    term.name = std::move(name);
    changes.feed_list_changed |= list_changed;
    for (std::size_t i = 0; i < term.windows.size(); ++i) {
        std::vector<ArticlePtr> entries = term.articles.newest(definitions_[term.taxonomy->definitions[i]].window);
        if (list_changed || entries != term.windows[i]) {
            show(term.windows[i], std::move(entries));
            changes.stale.push_back({state(term, i), lost_entries});
        }
    }
}

void FeedIndex::show(std::vector<ArticlePtr>& window, std::vector<ArticlePtr> entries) {
    for (const ArticlePtr& article : entries) {
        ++shown_in_[article->metadata.bytes];
    }
    for (const ArticlePtr& article : window) {
        const auto count = shown_in_.find(article->metadata.bytes);
        if (--count->second == 0) {
            shown_in_.erase(count);
        }
    }
    window = std::move(entries);
}

FeedState FeedIndex::state(const Term& term, std::size_t feed) const {
    return {
        {term.taxonomy->definitions[feed], term.key}, term.name, term.slug, term.articles.size(), term.windows[feed]};
}

std::vector<FeedState> FeedIndex::listed() const {
    std::vector<FeedState> feeds;
    for (const auto& taxonomy : taxonomies_) {
        for (const auto& [key, term] : taxonomy->terms) {
            for (std::size_t i = 0; term.listed && i < term.windows.size(); ++i) {
                feeds.push_back(state(term, i));
            }
        }
    }
    std::sort(feeds.begin(), feeds.end(), [](const FeedState& a, const FeedState& b) {
        return std::tie(a.key.definition, a.term, a.key.term) < std::tie(b.key.definition, b.term, b.key.term);
    });
    return feeds;
}

}  // namespace tagwire::catalog
