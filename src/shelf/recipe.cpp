#include "shelf/recipe.hpp"

namespace tagwire::shelf {

namespace {

constexpr std::string_view opml_media_type = "text/x-opml; charset=utf-8";

struct MediaType {
    std::string_view operator()(const FeedDocument& document) const { return feed::media_type(document.format); }
    std::string_view operator()(const OpmlDocument&) const { return opml_media_type; }
    std::string_view operator()(const IndexDocument&) const { return feed::media_type(feed::Format::page); }
    std::string_view operator()(const ArticleDocument&) const { return feed::media_type(feed::Format::page); }
};

struct Url {
    std::string operator()(const FeedDocument& document) const { return document.recipe->feed.self(document.format); }
    std::string operator()(const IndexDocument& document) const {
        return document.recipe->feed.self(feed::Format::page);
    }
    std::string operator()(const OpmlDocument& document) const { return document.list->opml_url; }
    std::string operator()(const ArticleDocument& document) const { return document.recipe->article->metadata.link; }
};

}  // namespace

std::string_view media_type(const Recipe& recipe) { return std::visit(MediaType{}, recipe); }

std::string url(const Recipe& recipe) { return std::visit(Url{}, recipe); }

}  // namespace tagwire::shelf
