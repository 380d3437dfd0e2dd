// Recipes: all that a document is rendered from, but for the bodies. Immutable values, shared between documents.
#pragma once

#include "content/article.hpp"
#include "feed/definition.hpp"
#include "feed/feed.hpp"
#include "feed/writers.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tagwire::shelf {

struct FeedRecipe {
    feed::Feed feed;
    std::vector<content::ArticlePtr> window;  // of the current document, or the entries of an archive's page
    std::size_t body_bytes_max =
        feed::Window{}.body_bytes_max;  // an article with a larger body is shown with its summary
    std::size_t definition = 0;         // the feed's key, for whoever made the recipe: …
    std::string term;
};
struct FeedListRecipe {
    feed::Site site;
    std::vector<feed::FeedGroup> groups;
    std::string opml_url;
};
struct ArticleRecipe {
    std::shared_ptr<const feed::Site> site;
    content::ArticlePtr article;
    std::vector<std::shared_ptr<const feed::FeedLink>> feeds;  // that it stands in, for autodiscovery
};

// One document: what to render, and in which format.
struct FeedDocument {
    std::shared_ptr<const FeedRecipe> recipe;
    feed::Format format;
};
struct IndexDocument {  // the site's page with the list of feeds
    std::shared_ptr<const FeedRecipe> recipe;
    std::shared_ptr<const FeedListRecipe> list;
};
struct OpmlDocument {
    std::shared_ptr<const FeedListRecipe> list;
};
struct ArticleDocument {
    std::shared_ptr<const ArticleRecipe> recipe;
};
using Recipe = std::variant<FeedDocument, IndexDocument, OpmlDocument, ArticleDocument>;

[[nodiscard]] std::string_view media_type(const Recipe& recipe);
[[nodiscard]] std::string url(const Recipe& recipe);  // the canonical one, absolute

}  // namespace tagwire::shelf
