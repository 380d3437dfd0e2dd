// A publisher on files that exist only in a test, and what it published so far.
#pragma once

#include "content/body.hpp"
#include "daemon/publisher.hpp"
#include "state/memory_store.hpp"

#include <map>
#include <set>
#include <string>

namespace tagwire::test {

inline Instant at(const std::string& text) { return *parse_rfc3339(text); }

inline daemon::Settings settings() {
    content::prepare_content();
    daemon::Settings settings;
    settings.root = "/nowhere";
    settings.site.title = "渡口";
    settings.site.base_url = settings.site.site_url = "https://example.org/";
    settings.site.author.name = "渡口";
    settings.site.id_domain = "example.org";
    settings.reading.site_url = settings.site.site_url;
    settings.definitions = feed::built_in_definitions().definitions;
    settings.zone_configured = true;
    settings.serves_articles = true;
    return settings;
}

inline std::string article(const std::string& title, const std::string& date, const std::string& tags,
                           const std::string& more = "") {
    return "---\ntitle: " + title + "\ndate: " + date + "\ntags: [" + tags + "]\n" + more +
           "---\n\nA lantern hangs over the quay.\n";
}

class Newsroom {
    state::MemoryStore own_store_;  // stands before what uses it

  public:
    explicit Newsroom(daemon::Settings chosen = settings()) : store(own_store_), publisher(std::move(chosen), store) {}
    // Takes up what an earlier one has left in its store.
    Newsroom(daemon::Settings chosen, state::Store& memory, Instant time)
        : now(time),
          store(memory),
          publisher(std::move(chosen), store) {
        publisher.restore(now);
    }

    daemon::Observation see(const std::string& path, const std::string& bytes, std::uint64_t inode = 0) {
        daemon::Observation seen;
        seen.path = path;
        seen.stamp = watch::FileStamp{path, {bytes.size(), file_time, 1, inode}};
        seen.reading = content::read_article(path, bytes, publisher.settings().reading);
        const auto* const parsed = std::get_if<content::ParsedArticle>(&seen.reading.outcome);
        if (parsed != nullptr) seen.body = bytes.substr(parsed->metadata.body_offset);
        return seen;
    }
    static daemon::Observation gone(const std::string& path) {
        daemon::Observation seen;
        seen.path = path;
        return seen;
    }

    daemon::Publication apply(std::vector<daemon::Observation> seen, const std::set<std::string>& missing = {}) {
        return note(publisher.apply(std::move(seen), missing, now));
    }
    daemon::Publication save(const std::string& path, const std::string& bytes) { return apply({see(path, bytes)}); }
    daemon::Publication remove(const std::string& path) { return apply({gone(path)}, {path}); }
    daemon::Publication advance() { return note(publisher.advance(now)); }

    // The titles in the window of the feed whose Atom document has that path; "-" joins them.
    [[nodiscard]] std::string titles(const std::string& path) const {
        const auto recipe = feeds.find("https://example.org" + path);
        if (recipe == feeds.end()) return "(no such feed)";
        std::string titles;
        for (const auto& entry : recipe->second->window) titles += (titles.empty() ? "" : "-") + entry->metadata.title;
        return titles;
    }
    [[nodiscard]] const feed::Feed& feed(const std::string& path) const {
        return feeds.at("https://example.org" + path)->feed;
    }
    [[nodiscard]] const content::Article& article_at(const std::string& path) const {
        return *publisher.catalog().find(path);
    }

    // The title of the article that has the page at a URL, as last published.
    [[nodiscard]] std::string page_of(const std::string& url) const {
        const auto page = pages.find(url);
        return page == pages.end() ? "(no page)" : page->second->metadata.title;
    }

    Instant now = at("2026-11-21T20:00:00Z");
    Instant file_time = at("2026-01-01T00:00:00Z");
    state::Store& store;
    daemon::Publisher publisher;
    std::map<std::string, std::shared_ptr<const shelf::FeedRecipe>> feeds;  // by the URL of their Atom documents
    std::map<std::string, content::ArticlePtr> pages;                       // of articles, by their URLs
    std::set<std::string> stale;                                            // URLs that the last publication replaced

  private:
    daemon::Publication note(daemon::Publication publication) {
        stale.clear();
        for (const std::string& url : publication.withdrawn) pages.erase(url);
        for (const shelf::Recipe& recipe : publication.recipes) {
            stale.insert(shelf::url(recipe));
            const auto* const page = std::get_if<shelf::ArticleDocument>(&recipe);
            if (page != nullptr) pages[shelf::url(recipe)] = page->recipe->article;
            const auto* const document = std::get_if<shelf::FeedDocument>(&recipe);
            if (document != nullptr && document->format == feed::Format::atom)
                feeds[shelf::url(recipe)] = document->recipe;
        }
        return publication;
    }
};

}  // namespace tagwire::test
