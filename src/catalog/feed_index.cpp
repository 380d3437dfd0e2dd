#include "catalog/feed_index.hpp"

#include "base/slug.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace tagwire::catalog {

namespace {

const std::string whole_site;  // the taxonomy, term and spelling of the feeds without `each`

std::uint64_t number_in(const Entered& entered, const std::string& taxonomy, const std::string& term) {
    for (const TermNumber& other : entered.others) {
        if (other.taxonomy == taxonomy && other.term == term) return other.number;
    }
    return entered.number;
}

Instant latest_update(History::Entries entries) {
    Instant latest = Instant::min();
    for (const History::Entry& entry : entries) {
        if (entry.article) latest = std::max(latest, entry.article->updated);
    }
    return latest;
}

}  // namespace

FeedIndex::FeedIndex(std::vector<feed::Definition> definitions) : definitions_(std::move(definitions)) {
    for (std::size_t i = 0; i < definitions_.size(); ++i) {
        taxonomy(definitions_[i].each).definitions.push_back(i);
    }
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name == whole_site) touch(term(*taxonomy, whole_site));
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
    const std::string key = term_key(spelling);
    const auto found = taxonomy.terms.find(key);
    const bool has_slug = taxonomy.name != whole_site;
    Term& term = found != taxonomy.terms.end()
                     ? found->second
                     : new_term(taxonomy, key, has_slug ? taxonomy.slugs.give(key) : std::string());
    taxonomy.spelled.emplace(spelling, &term);
    return term;
}

FeedIndex::Term& FeedIndex::new_term(Taxonomy& taxonomy, const std::string& key, std::string slug) {
    Term& term = taxonomy.terms[key];
    term.taxonomy = &taxonomy;
    term.key = key;
    term.slug = std::move(slug);
    term.feeds.resize(taxonomy.definitions.size());
    return term;
}

template <typename Visit>
void FeedIndex::visit_terms(const content::Article& article, const Visit& visit) {
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name == whole_site) {
            visit(term(*taxonomy, whole_site), whole_site);
            continue;
        }
        for (const content::TermList& list : article.metadata.taxonomies) {
            if (list.taxonomy != taxonomy->name) {
                continue;
            }
            for (const std::string& spelling : list.terms) {
                visit(term(*taxonomy, spelling), spelling);
            }
        }
    }
}

void FeedIndex::touch(Term& term) {
    if (!std::exchange(term.touched, true)) touched_.push_back(&term);
}

void FeedIndex::restore(const Memory& memory, const std::vector<const RememberedArticle*>& standing) {
    next_number_ = memory.next_number;
    for (const RememberedTerm& remembered : memory.terms) restore_term(remembered);
    for (const RememberedArticle* remembered : standing) {
        visit_terms(*remembered->article, [&](Term& term, const std::string& spelling) {
            term.articles.add(remembered->article, spelling);
            term.history.push(number_in(remembered->entered, term.taxonomy->name, term.key), remembered->article);
            touch(term);
        });
    }
    for (Term* term : touched_) term->history.sort();
    for (const RememberedPages& remembered : memory.pages) restore_pages(remembered);
}

void FeedIndex::restore_term(const RememberedTerm& remembered) {
    for (const auto& taxonomy : taxonomies_) {
        if (taxonomy->name != remembered.taxonomy || taxonomy->terms.contains(remembered.term)) continue;
        const bool is_free = taxonomy->slugs.take(remembered.slug);
        Term& term =
            new_term(*taxonomy, remembered.term, is_free ? remembered.slug : taxonomy->slugs.give(remembered.term));
        term.name = remembered.name;
        touch(term);
    }
}

void FeedIndex::restore_pages(const RememberedPages& remembered) {
    const Place place = find(remembered.feed);
    if (place.term != nullptr) place.term->feeds[place.feed].archive = Archive(remembered.last_numbers);
}

void FeedIndex::remove(const RememberedArticle& before) {
    visit_terms(*before.article, [&](Term& term, const std::string& spelling) {
        term.articles.remove(before.article, spelling);
        term.removals.push_back({number_in(before.entered, term.taxonomy->name, term.key), before.article});
        touch(term);
    });
}

Entered FeedIndex::add(const ArticlePtr& article, const RememberedArticle* before) {
    std::uint64_t new_number = 0;  // one for all terms that it now enters
    const auto enter = [&] { return new_number = new_number == 0 ? next_number_++ : new_number; };
    Entered entered;
    entered.number = before == nullptr ? enter() : before->entered.number;
    visit_terms(*article, [&](Term& term, const std::string& spelling) {
        const std::string& taxonomy = term.taxonomy->name;
        std::uint64_t number = before == nullptr ? 0 : number_in(before->entered, taxonomy, term.key);
        if (before == nullptr || !term.history.replace(number, before->article, article)) {
            number = enter();
            term.history.push(number, article);
        }
        if (number != entered.number) entered.others.push_back({taxonomy, term.key, number});
        term.articles.add(article, spelling);
        touch(term);
    });
    std::sort(entered.others.begin(), entered.others.end(), [](const TermNumber& a, const TermNumber& b) {
        return std::tie(a.taxonomy, a.term) < std::tie(b.taxonomy, b.term);
    });
    return entered;
}

FeedChanges FeedIndex::settle() {
    FeedChanges changes;
    for (Term* term : touched_) refresh(*term, changes);
    touched_.clear();
    std::sort(changes.stale.begin(), changes.stale.end(),
              [](const StaleFeed& a, const StaleFeed& b) { return a.feed.key < b.feed.key; });
    std::sort(changes.pages.begin(), changes.pages.end(), [](const StalePage& a, const StalePage& b) {
        return std::tie(a.feed, a.number) < std::tie(b.feed, b.number);
    });
    return changes;
}

void FeedIndex::refresh(Term& term, FeedChanges& changes) {
    const bool listed = term.articles.size() > 0 || term.taxonomy->name == whole_site;
    std::string name = term.articles.size() > 0 ? term.articles.name() : term.name;
    const bool list_changed = listed != term.listed || name != term.name;
    term.listed = listed;
    term.name = std::move(name);
    changes.feed_list_changed |= list_changed;

    std::vector<std::string> left;
    for (Removal& removal : term.removals) {
        removal.has_left = term.history.replace(removal.number, removal.article, nullptr);
        if (removal.has_left) left.push_back(removal.article->id);
    }
    std::sort(left.begin(), left.end());

    const bool is_stale = list_changed || !term.told || !left.empty();
    std::uint64_t closed = next_number_;
    for (std::size_t i = 0; i < term.feeds.size(); ++i) {
        Feed& feed = term.feeds[i];
        const std::size_t pages = feed.archive.pages();
        refresh_pages(term, i, changes);
        closed = std::min(closed, feed.archive.last_number(feed.archive.pages()));
        std::vector<ArticlePtr> entries = window(term, i);
        if (is_stale || feed.archive.pages() != pages || entries != feed.window) {
            show(feed.window, std::move(entries));
            changes.stale.push_back({state(term, i), left});
        }
    }
    term.history.tidy(closed);
    term.told = true;
    term.touched = false;
    term.removals.clear();
}

void FeedIndex::refresh_pages(Term& term, std::size_t feed, FeedChanges& changes) {
    Archive& archive = term.feeds[feed].archive;
    const std::size_t known = archive.pages();
    archive.close_pages(term.history, limits(term, feed));
    std::map<std::size_t, bool> stale;  // pages, and whether they lost an entry
    for (const Removal& removal : term.removals) {
        const std::size_t page = archive.page_of(removal.number);
        if (page <= known) stale[page] |= removal.has_left;
    }
    for (std::size_t page = known + 1; page <= archive.pages(); ++page) stale.emplace_hint(stale.end(), page, false);
    for (const auto& [page, lost_entries] : stale) {
        changes.pages.push_back({key(term, feed), page, archive.last_number(page),
                                 latest_update(archive.entries(term.history, page)), lost_entries});
    }
}

// The newest entries, which begin the feed, and of all others those that are in no page.
std::vector<ArticlePtr> FeedIndex::window(const Term& term, std::size_t feed) const {
    std::vector<ArticlePtr> entries = term.articles.newest(limits(term, feed));
    if (entries.empty()) return entries;
    const std::size_t newest = entries.size();
    const ArticlePtr last = entries.back();
    for (const History::Entry& entry : term.feeds[feed].archive.loose(term.history)) {
        if (entry.article && NewestFirst{}(last, entry.article)) entries.push_back(entry.article);
    }
    std::sort(entries.begin() + static_cast<std::ptrdiff_t>(newest), entries.end(), NewestFirst{});
    return entries;
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

const feed::Window& FeedIndex::limits(const Term& term, std::size_t feed) const {
    return definitions_[term.taxonomy->definitions[feed]].window;
}

FeedKey FeedIndex::key(const Term& term, std::size_t feed) const {
    return {term.taxonomy->definitions[feed], term.key};
}

FeedState FeedIndex::state(const Term& term, std::size_t feed) const {
    return {key(term, feed),
            term.name,
            term.slug,
            term.articles.size(),
            term.feeds[feed].window,
            term.feeds[feed].archive.pages()};
}

FeedIndex::Place FeedIndex::find(const FeedKey& key) const {
    for (const auto& taxonomy : taxonomies_) {
        const std::vector<std::size_t>& feeds = taxonomy->definitions;
        const auto feed = std::find(feeds.begin(), feeds.end(), key.definition);
        const auto term = taxonomy->terms.find(key.term);
        if (feed == feeds.end() || term == taxonomy->terms.end()) continue;
        return {&term->second, static_cast<std::size_t>(feed - feeds.begin())};
    }
    return {};
}

std::vector<ArticlePtr> FeedIndex::page(const FeedKey& key, std::size_t number) const {
    std::vector<ArticlePtr> articles;
    const Place place = find(key);
    if (place.term == nullptr || number == 0 || number > place.term->feeds[place.feed].archive.pages()) return articles;
    for (const History::Entry& entry : place.term->feeds[place.feed].archive.entries(place.term->history, number)) {
        if (entry.article) articles.push_back(entry.article);
    }
    std::sort(articles.begin(), articles.end(), NewestFirst{});
    return articles;
}

std::vector<FeedState> FeedIndex::listed() const {
    std::vector<FeedState> feeds;
    for (const auto& taxonomy : taxonomies_) {
        for (const auto& [key, term] : taxonomy->terms) {
            for (std::size_t i = 0; term.listed && i < term.feeds.size(); ++i) {
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
