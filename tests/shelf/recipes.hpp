// Recipes for the shelf's tests.
#pragma once

#include "shelf/recipe.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::shelf::sample {

using namespace std::chrono_literals;

inline const Instant noon = std::chrono::sys_days{std::chrono::year{2025} / 2 / 10} + 12h;

// A document that needs no bodies; its bytes depend on the title alone.
inline Recipe list_at(std::string url, std::string title) {
    FeedListRecipe list;
    list.site.title = std::move(title);
    list.opml_url = std::move(url);
    return OpmlDocument{std::make_shared<const FeedListRecipe>(std::move(list))};
}

inline content::Article article_at(std::string url, std::string title) {
    content::Article article;
    article.id = "urn:test:" + url;
    article.path = title + ".md";
    article.published = article.updated = noon;
    article.metadata.title = std::move(title);
    article.metadata.summary = "a summary";
    article.metadata.link = std::move(url);
    article.metadata.body_bytes = 10;
    return article;
}

inline Recipe page_of(const content::Article& article) {
    const auto site = std::make_shared<const feed::Site>();
    return ArticleDocument{std::make_shared<const ArticleRecipe>(
        ArticleRecipe{site, std::make_shared<const content::Article>(article), {}})};
}

inline FeedRecipe feed_of(const std::vector<content::Article>& articles) {
    FeedRecipe recipe;
    recipe.feed.id = "urn:test:feed";
    recipe.feed.title = "a feed";
    recipe.feed.description = "of tests";
    recipe.feed.home_url = "https://example.org/";
    recipe.feed.urls = {"https://example.org/rss.xml", "https://example.org/atom.xml", "https://example.org/feed.json",
                        "https://example.org/"};
    recipe.feed.updated = noon;
    recipe.feed.author.name = "somebody";
    recipe.feed.base_url = "https://example.org/";
    for (const content::Article& article : articles) {
        recipe.window.push_back(std::make_shared<const content::Article>(article));
    }
    return recipe;
}

inline Recipe document_of(const FeedRecipe& recipe, feed::Format format) {
    return FeedDocument{std::make_shared<const FeedRecipe>(recipe), format};
}
inline Recipe json_of(const FeedRecipe& recipe) { return document_of(recipe, feed::Format::json); }

// A page of the archive of that feed, which shows one article.
inline Recipe archived(std::size_t page, feed::Format format, const std::string& title) {
    FeedRecipe recipe = feed_of({article_at("https://example.org/" + title + "/", title)});
    recipe.feed.archive.page = page;
    return document_of(recipe, format);
}

}  // namespace tagwire::shelf::sample
