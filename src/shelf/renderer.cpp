#include "shelf/renderer.hpp"

#include "base/digest.hpp"
#include "content/body.hpp"

#include <spdlog/spdlog.h>

#include <utility>

namespace tagwire::shelf {

namespace {

// Distinguishes the footnotes of articles that stand in one document, and is the same wherever an article stands.
std::string id_prefix(const content::Article& article) { return "fn-" + hex(hash64(article.id)).substr(0, 8) + "-"; }

// All that the HTML of an article depends on.
Fingerprint html_key(const content::Article& article) {
    const Fingerprint& bytes = article.metadata.bytes;
    return fingerprint(hex(bytes.high) + hex(bytes.low) + article.metadata.link + '\0' + article.id);
}

}  // namespace

Renderer::Renderer(BodySource& bodies, const RendererOptions& options)
    : bodies_(bodies),
      cjk_emphasis_(options.cjk_emphasis),
      cache_(options.limits.html_cache_bytes_max) {}

std::string Renderer::render(const Recipe& recipe) {
    struct Writer {
        Renderer& renderer;

        std::string operator()(const FeedDocument& document) const {
            return feed::write(document.format, document.recipe->feed, renderer.entries(*document.recipe));
        }
        std::string operator()(const IndexDocument& document) const {
            const FeedListRecipe& list = *document.list;
            return feed::write_index_page(document.recipe->feed, renderer.entries(*document.recipe), list.groups,
                                          list.opml_url);
        }
        std::string operator()(const OpmlDocument& document) const {
            return feed::write_opml(document.list->site, document.list->groups);
        }
        std::string operator()(const ArticleDocument& document) const {
            const ArticleRecipe& page = *document.recipe;
            std::vector<feed::FeedLink> feeds;
            for (const auto& feed : page.feeds) feeds.push_back(*feed);
            return feed::write_article_page(*page.site, renderer.entry(page.article), feeds);
        }
    };
    return std::visit(Writer{*this}, recipe);
}

std::vector<feed::Entry> Renderer::entries(const FeedRecipe& recipe) {
    std::vector<feed::Entry> entries;
    entries.reserve(recipe.window.size());
    for (const content::ArticlePtr& article : recipe.window) {
        const bool full =
            recipe.feed.content == feed::ContentMode::full && article->metadata.body_bytes <= recipe.body_bytes_max;
        entries.push_back(full ? entry(article) : feed::Entry{article, {}});
    }
    return entries;
}

feed::Entry Renderer::entry(const content::ArticlePtr& article) { return {article, html(*article)}; }

std::string Renderer::html(const content::Article& article) {
    const Fingerprint key = html_key(article);
    if (std::optional<std::string> cached = cache_.find(key)) {
        return *std::move(cached);
    }
    const Result<std::string> source = bodies_.body(article);
    if (!source) {
        spdlog::warn("{}: shown with its summary alone: {}", article.path, source.error().message);
        return {};
    }
    const std::string prefix = id_prefix(article);
    content::Body body =
        content::render_body(*source, {article.metadata.body_format, article.metadata.link, prefix, cjk_emphasis_});
    cache_.add(key, body.html);
    return std::move(body.html);
}

}  // namespace tagwire::shelf
