#include "daemon/feed_recipes.hpp"

#include "base/digest.hpp"
#include "base/slug.hpp"

#include <algorithm>

namespace tagwire::daemon {

namespace {

using catalog::Catalog;
using catalog::FeedKey;
using catalog::StaleFeed;
using feed::Definition;
using feed::Format;

constexpr std::string_view feed_list_path = "feeds.opml";

std::string feed_id(const feed::Site& site, const Definition& definition, const std::string& term) {
    return uuid_urn(site.id_domain, "feed/" + definition.name + (term.empty() ? "" : '/' + term));
}

// Where nobody says which language the feed is in, its entries do if they agree.
std::string language(const feed::Site& site, const Definition& definition, const catalog::FeedState& state) {
    if (definition.each == feed::language_taxonomy) return state.term;
    if (!site.language.empty() || state.window.empty()) return site.language;
    const std::string& first = state.window.front()->metadata.language;
    const bool agree = std::all_of(state.window.begin(), state.window.end(),
                                   [&](const auto& article) { return article->metadata.language == first; });
    return agree ? first : std::string();
}

feed::FeedLink link_to(const feed::Feed& feed, const std::string& term) {
    return {feed.title, feed.language, feed.home_url, feed.urls, term};
}

std::string below(const std::string& base_url, std::string_view path) {
    return path.empty() ? std::string() : base_url + std::string(path.substr(1));
}

}  // namespace

FeedRecipes::FeedRecipes(const Settings& settings, state::Store& store) : settings_(settings), store_(store) {}

// RFC 4287 §4.2.15, and more: the last change of what the feed says, which never goes back.
Instant FeedRecipes::updated(const StaleFeed& stale, const feed::Feed& feed, Instant now) {
    const auto remembered = store_.feed_updated(feed.id);
    const auto previous = recipes_.find(stale.feed.key);
    const bool renamed = previous != recipes_.end() && previous->second.recipe->feed.title != feed.title;
    const bool moved = stale.lost_entries || renamed || (stale.feed.window.empty() && !remembered);
    Instant updated = std::max(remembered.value_or(Instant::min()), moved ? whole_seconds(now) : Instant::min());
    for (const auto& article : stale.feed.window) updated = std::max(updated, article->updated);
    store_.remember_feed_updated(feed.id, updated);
    return updated;
}

feed::Feed FeedRecipes::make_feed(const StaleFeed& stale, Instant now) {
    const feed::Site& site = settings_.site;
    const Definition& definition = settings_.definitions[stale.feed.key.definition];
    const feed::TemplateValues values{site.title, stale.feed.term, stale.feed.slug};
    feed::Feed feed;
    feed.id = feed_id(site, definition, stale.feed.key.term);
    feed.title = feed::expand(definition.title, values);
    feed.description = site.description.empty() ? feed.title : site.description;
    feed.language = language(site, definition, stale.feed);
    for (std::size_t format = 0; format < feed.urls.size(); ++format) {
        feed.urls[format] = below(site.base_url, feed::expand(definition.urls[format], values));
    }
    const std::string& page = feed.url(Format::page);
    feed.home_url = definition.each.empty() || page.empty() ? site.site_url : page;
    feed.author = site.author;
    feed.base_url = site.base_url;
    feed.content = settings_.entries == feed::ContentMode::summary ? settings_.entries : definition.content;
    feed.original = settings_.original_in_rss;
    feed.updated = updated(stale, feed, now);
    return feed;
}

std::vector<shelf::Recipe> FeedRecipes::update(const catalog::Update& update, const Catalog& catalog, Instant now) {
    std::vector<shelf::Recipe> documents;
    for (const StaleFeed& stale : update.stale) {
        const Definition& definition = settings_.definitions[stale.feed.key.definition];
        const shelf::FeedRecipe recipe{make_feed(stale, now), stale.feed.window, definition.window.body_bytes_max};
        recipes_[stale.feed.key] = {std::make_shared<const shelf::FeedRecipe>(recipe),
                                    std::make_shared<const feed::FeedLink>(link_to(recipe.feed, stale.feed.term))};
    }
    const bool new_list = update.feed_list_changed || !list_;
    if (new_list) {
        list_ = std::make_shared<const shelf::FeedListRecipe>(shelf::FeedListRecipe{
            settings_.site, groups(catalog), settings_.site.base_url + std::string(feed_list_path)});
        documents.emplace_back(shelf::OpmlDocument{list_});
    }
    for (const StaleFeed& stale : update.stale) {
        const auto& recipe = recipes_.at(stale.feed.key).recipe;
        for (const Format format : feed::all_formats) {
            const bool is_index =
                format == Format::page && settings_.definitions[stale.feed.key.definition].each.empty();
            if (!recipe->feed.url(format).empty() && !is_index)
                documents.emplace_back(shelf::FeedDocument{recipe, format});
        }
    }
    // The site's pages list all feeds as well: they change with either.
    for (const auto& [key, current] : recipes_) {
        const auto& recipe = current.recipe;
        if (!settings_.definitions[key.definition].each.empty() || recipe->feed.url(Format::page).empty()) continue;
        const bool is_stale = std::any_of(update.stale.begin(), update.stale.end(),
                                          [&key = key](const StaleFeed& stale) { return stale.feed.key == key; });
        if (new_list || is_stale) documents.emplace_back(shelf::IndexDocument{recipe, list_});
    }
    return documents;
}

std::vector<feed::FeedGroup> FeedRecipes::groups(const Catalog& catalog) const {
    std::vector<feed::FeedGroup> groups;
    std::size_t definition = settings_.definitions.size();
    for (const catalog::FeedState& state : catalog.feeds()) {
        const auto recipe = recipes_.find(state.key);
        if (recipe == recipes_.end()) continue;
        if (state.key.definition != definition) {
            definition = state.key.definition;
            groups.push_back({settings_.definitions[definition].each, {}});
        }
        groups.back().feeds.push_back(*recipe->second.link);
    }
    return groups;
}

std::vector<FeedRecipes::FeedLinkPtr> FeedRecipes::feeds_of(const content::Article& article) const {
    std::vector<FeedLinkPtr> feeds;
    for (std::size_t definition = 0; definition < settings_.definitions.size(); ++definition) {
        for (const content::TermList& list : article.metadata.taxonomies) {
            if (list.taxonomy != settings_.definitions[definition].each) continue;
            for (const std::string& term : list.terms) {
                const auto recipe = recipes_.find(FeedKey{definition, term_key(term)});
                if (recipe != recipes_.end()) feeds.push_back(recipe->second.link);
            }
        }
    }
    return feeds;
}

void FeedRecipes::windows(const catalog::Update& update, const Visit& entered, const Visit& left) const {
    for (const StaleFeed& stale : update.stale) {
        for (const auto& article : stale.feed.window) entered(article);
        const auto previous = recipes_.find(stale.feed.key);
        if (previous == recipes_.end()) continue;
        for (const auto& article : previous->second.recipe->window) left(article);
    }
}

}  // namespace tagwire::daemon
