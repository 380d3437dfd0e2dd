#include "daemon/feed_recipes.hpp"

#include "base/slug.hpp"
#include "daemon/feed_words.hpp"
#include "feed/archive.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::daemon {

namespace {

using catalog::Catalog;
using catalog::FeedKey;
using catalog::StaleFeed;
using feed::Definition;
using feed::Format;

constexpr std::string_view feed_list_path = "feeds.opml";

feed::FeedLink link_to(const feed::Feed& feed, const std::string& term) {
    return {feed.title, feed.language, feed.home_url, feed.urls, term};
}

std::string below(const std::string& base_url, std::string_view path) {
    return path.empty() ? std::string() : base_url + std::string(path.substr(1));
}

}  // namespace

FeedRecipes::FeedRecipes(const Settings& settings, state::Store& store, const Catalog& catalog)
    : settings_(settings),
      catalog_(catalog),
      memory_(settings, store),
      archives_(settings, store, catalog, memory_) {}

feed::Feed FeedRecipes::make_feed(const StaleFeed& stale, Instant now) {
    const feed::Site& site = settings_.site;
    const Definition& definition = settings_.definitions[stale.feed.key.definition];
    const feed::TemplateValues values{site.title, stale.feed.term, stale.feed.slug};
    feed::Feed feed;
    set_words(feed, settings_, definition, values, stale.feed.window);
    for (std::size_t format = 0; format < feed.urls.size(); ++format) {
        feed.urls[format] = below(site.base_url, feed::expand(definition.urls[format], values));
    }
    const std::string& page = feed.url(Format::page);
    feed.home_url = definition.each.empty() || page.empty() ? site.site_url : page;
    feed.author = site.author;
    feed.base_url = site.base_url;
    feed.content = settings_.entries == feed::ContentMode::summary ? settings_.entries : definition.content;
    feed.original = settings_.original_in_rss;
    feed.archive.pages = stale.feed.pages;
    const auto previous = recipes_.find(stale.feed.key);
    const bool renamed = previous != recipes_.end() && previous->second.recipe->feed.title != feed.title;
    memory_.complete(feed, stale, renamed ? Title::changed : Title::same, now);
    return feed;
}

void FeedRecipes::replace(const FeedKey& key, shelf::FeedRecipe recipe, const std::string& term) {
    auto link = std::make_shared<const feed::FeedLink>(link_to(recipe.feed, term));
    recipes_[key] = {std::make_shared<const shelf::FeedRecipe>(std::move(recipe)), std::move(link)};
}

FeedRecipes::Changes FeedRecipes::update(const catalog::Update& update, Instant now) {
    Changes changes;
    std::set<FeedKey> stale_keys;
    for (const StaleFeed& stale : update.stale) {
        const FeedKey& key = stale.feed.key;
        const Definition& definition = settings_.definitions[key.definition];
        replace(key,
                {make_feed(stale, now), stale.feed.window, definition.window.body_bytes_max, key.definition, key.term},
                stale.feed.term);
        stale_keys.insert(key);
    }
    for (const catalog::StalePage& page : update.pages) {
        if (archives_.remember(page, now) == ArchiveRecipes::Page::has_changed) drop(page, changes.dropped);
    }
    const ListOfFeeds list = update.feed_list_changed || !list_ ? ListOfFeeds::has_changed : ListOfFeeds::is_same;
    changes.recipes = documents(stale_keys, list);
    return changes;
}

FeedRecipes::Changes FeedRecipes::advance(Instant now) {
    Changes changes;
    const FeedMemory::Due due = memory_.take_due(now);
    for (const FeedKey& key : due.forgotten) {
        const auto recipe = recipes_.find(key);
        if (recipe == recipes_.end()) continue;
        for (const std::string& url : recipe->second.recipe->feed.urls) {
            if (!url.empty()) changes.dropped.push_back(url);
        }
        recipes_.erase(recipe);
    }
    std::set<FeedKey> stale_keys;
    for (const FeedKey& key : due.less_tombstones) {
        const auto recipe = recipes_.find(key);
        if (recipe == recipes_.end()) continue;
        shelf::FeedRecipe next = *recipe->second.recipe;
        next.feed.deleted = memory_.tombstones(key, now);
        replace(key, std::move(next), recipe->second.link->term);
        stale_keys.insert(key);
    }
    if (!stale_keys.empty()) changes.recipes = documents(stale_keys, ListOfFeeds::is_same);
    return changes;
}

// The feeds' documents come before all others: an article whose URL is that of a feed gives way.
std::vector<shelf::Recipe> FeedRecipes::documents(const std::set<FeedKey>& stale, ListOfFeeds list) {
    std::vector<shelf::Recipe> documents;
    if (list == ListOfFeeds::has_changed) {
        list_ = std::make_shared<const shelf::FeedListRecipe>(
            shelf::FeedListRecipe{settings_.site, groups(), settings_.site.base_url + std::string(feed_list_path)});
        documents.emplace_back(shelf::OpmlDocument{list_});
    }
    for (const FeedKey& key : stale) {
        const auto& recipe = recipes_.at(key).recipe;
        for (const Format format : feed::all_formats) {
            const bool is_index = format == Format::page && is_of_site(key);
            if (!recipe->feed.url(format).empty() && !is_index)
                documents.emplace_back(shelf::FeedDocument{recipe, format});
        }
    }
    // The site's pages list all feeds as well: they change with either.
    for (const auto& [key, current] : recipes_) {
        if (!is_of_site(key) || current.recipe->feed.url(Format::page).empty()) continue;
        if (list == ListOfFeeds::has_changed || stale.count(key) > 0)
            documents.emplace_back(shelf::IndexDocument{current.recipe, list_});
    }
    return documents;
}

bool FeedRecipes::is_of_site(const FeedKey& key) const { return settings_.definitions[key.definition].each.empty(); }

void FeedRecipes::drop(const catalog::StalePage& page, std::vector<std::string>& dropped) const {
    for (const std::string& url : recipes_.at(page.feed).recipe->feed.urls) {
        if (!url.empty()) dropped.push_back(feed::archive_url(url, page.number));
    }
}

shelf::ShelfOptions::Page FeedRecipes::page(const shelf::FeedDocument& current, std::size_t number) const {
    const auto recipe = recipes_.find(FeedKey{current.recipe->definition, current.recipe->term});
    if (recipe == recipes_.end()) return shelf::NotFound{};
    const shelf::FeedRecipe& present = *recipe->second.recipe;
    if (auto page = archives_.page(present, number)) return shelf::FeedDocument{std::move(page), current.format};
    const bool is_next = number > 1 && number == present.feed.archive.pages + 1;
    if (is_next) return shelf::Elsewhere{present.feed.url(current.format)};
    return shelf::NotFound{};
}

std::vector<shelf::Recipe> FeedRecipes::archives() const {
    std::vector<shelf::Recipe> documents;
    for (const auto& [key, current] : recipes_) {
        for (std::size_t number = 1; auto page = archives_.page(*current.recipe, number); ++number) {
            for (const Format format : feed::all_formats) {
                if (!page->feed.url(format).empty()) documents.emplace_back(shelf::FeedDocument{page, format});
            }
        }
    }
    return documents;
}

std::vector<feed::FeedGroup> FeedRecipes::groups() const {
    std::vector<feed::FeedGroup> groups;
    std::size_t definition = settings_.definitions.size();
    for (const catalog::FeedState& state : catalog_.feeds()) {
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

FeedRecipes::FeedLinkPtr FeedRecipes::link_of(std::size_t definition, const std::string& term) const {
    const auto recipe = recipes_.find(FeedKey{definition, term_key(term)});
    return recipe == recipes_.end() ? nullptr : recipe->second.link;
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
