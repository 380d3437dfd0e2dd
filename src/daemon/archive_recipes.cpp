#include "daemon/archive_recipes.hpp"

#include "base/slug.hpp"
#include "daemon/feed_words.hpp"

#include <algorithm>
#include <map>

namespace tagwire::daemon {

namespace {

using content::ArticlePtr;

// How an article spells a term; empty if it does not have it.
std::string_view spelling_in(const content::Article& article, const std::string& taxonomy, const std::string& key) {
    for (const content::TermList& list : article.metadata.taxonomies) {
        if (list.taxonomy != taxonomy) continue;
        for (const std::string& term : list.terms) {
            if (term_key(term) == key) return term;
        }
    }
    return {};
}

// The spelling that most entries use, ties: the earliest's, which comes last; nothing else may decide what a page says.
std::string spelling_in(const std::vector<ArticlePtr>& entries, const std::string& taxonomy, const std::string& key) {
    std::map<std::string_view, int> counts;
    int most = 0;
    for (const ArticlePtr& article : entries) most = std::max(most, ++counts[spelling_in(*article, taxonomy, key)]);
    std::string_view chosen;
    for (const ArticlePtr& article : entries) {
        const std::string_view spelling = spelling_in(*article, taxonomy, key);
        if (counts[spelling] == most) chosen = spelling;
    }
    return std::string(chosen);
}

}  // namespace

ArchiveRecipes::Page ArchiveRecipes::remember(const catalog::StalePage& page, Instant now) {
    const state::FeedName name = memory_.name_of(page.feed);
    const auto& known = store_.pages(name);
    const bool is_new = known.size() < page.number;
    Instant updated = is_new ? page.updated : std::max(known[page.number - 1].updated, page.updated);
    if (page.lost_entries) updated = std::max(updated, whole_seconds(now));
    store_.remember_page(name, page.number, {page.last_number, updated});
    return is_new ? Page::is_new : Page::has_changed;
}

std::shared_ptr<const shelf::FeedRecipe> ArchiveRecipes::page(const shelf::FeedRecipe& current,
                                                              std::size_t number) const {
    const catalog::FeedKey key{current.definition, current.term};
    const auto& closed = store_.pages(memory_.name_of(key));
    if (number == 0 || number > closed.size()) return nullptr;
    const feed::Definition& definition = settings_.definitions[key.definition];
    shelf::FeedRecipe page = current;
    page.window = catalog_.page(key, number);
    if (!page.window.empty()) {
        const std::string term = spelling_in(page.window, definition.each, key.term);
        set_words(page.feed, settings_, definition, {settings_.site.title, term, {}}, page.window);
    }
    page.feed.archive = {number, closed.size()};
    page.feed.deleted.clear();
    page.feed.updated = closed[number - 1].updated;
    return std::make_shared<const shelf::FeedRecipe>(std::move(page));
}

}  // namespace tagwire::daemon
