// Articles and definitions for the catalog's tests.
#pragma once

#include "catalog/catalog.hpp"

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::catalog::sample {

using namespace std::chrono_literals;

inline const Instant noon = std::chrono::sys_days{std::chrono::year{2025} / 2 / 10} + 12h;
inline constexpr std::size_t site = 0;  // definitions by index
inline constexpr std::size_t tags = 1;

inline std::vector<feed::Definition> definitions(feed::Window window = {}) {
    feed::Definition whole;
    whole.name = "site";
    whole.window = window;
    feed::Definition tag;
    tag.name = "tags";
    tag.each = "tags";
    tag.window = window;
    return {whole, tag};
}

// An article in the making: `Sketch("a.md").at(noon).tagged({"Go"}).make()`.
class Sketch {
  public:
    explicit Sketch(std::string path) {
        article_.id = "urn:test:" + path;
        article_.path = std::move(path);
        article_.published = noon;
        article_.metadata.body_bytes = 1000;
    }
    Sketch& at(Instant published) { return article_.published = published, *this; }
    Sketch& until(Instant expires) { return article_.metadata.expires = expires, *this; }
    Sketch& held_until(Instant instant) { return article_.held_until = instant, *this; }
    Sketch& updated(Instant updated) { return article_.updated = updated, *this; }
    Sketch& id(std::string id) { return article_.id = std::move(id), *this; }
    Sketch& body_bytes(std::size_t bytes) { return article_.metadata.body_bytes = bytes, *this; }
    Sketch& draft() { return article_.metadata.draft = true, *this; }
    Sketch& unlisted() { return article_.metadata.unlisted = true, *this; }
    Sketch& tagged(std::vector<std::string> terms) {
        article_.metadata.taxonomies.push_back({"tags", std::move(terms)});
        return *this;
    }
    Sketch& tells_of(std::string url) { return article_.metadata.external_url = std::move(url), *this; }
    [[nodiscard]] ArticlePtr make() {
        static std::uint64_t made = 0;
        article_.metadata.bytes = {1, ++made};
        return std::make_shared<const content::Article>(article_);
    }

  private:
    content::Article article_;
};

inline Change put(const ArticlePtr& article) { return {article->path, article}; }
inline Change put(Sketch sketch) { return put(sketch.make()); }
inline Change gone(std::string path) { return {std::move(path), nullptr}; }

inline std::vector<std::string> paths(const std::vector<ArticlePtr>& articles) {
    std::vector<std::string> paths;
    for (const ArticlePtr& article : articles) {
        paths.push_back(article->path);
    }
    return paths;
}

// "site" or the term's key, of each.
inline std::vector<std::string> keys(const Update& update) {
    std::vector<std::string> keys;
    for (const StaleFeed& stale : update.stale) {
        keys.push_back(stale.feed.key.definition == site ? "site" : stale.feed.key.term);
    }
    return keys;
}

// The state of a feed that is listed; else an empty one.
inline FeedState feed_of(const Catalog& catalog, const FeedKey& key) {
    for (FeedState& state : catalog.feeds()) {
        if (state.key == key) {
            return state;
        }
    }
    return {};
}

using Paths = std::vector<std::string>;

}  // namespace tagwire::catalog::sample
