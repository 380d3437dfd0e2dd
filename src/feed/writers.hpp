// One writer a format. Each turns a feed and its entries, in the order given, into the whole document: UTF-8,
// deterministic (the same values give the same bytes), well-formed whatever the text holds. None can fail but by
// std::bad_alloc.
#pragma once

#include "feed/feed.hpp"

#include <string>
#include <vector>

namespace tagwire::feed {

[[nodiscard]] std::string write_rss(const Feed& feed, const std::vector<Entry>& entries);   // RSS 2.0
[[nodiscard]] std::string write_atom(const Feed& feed, const std::vector<Entry>& entries);  // Atom 1.0
[[nodiscard]] std::string write_json(const Feed& feed, const std::vector<Entry>& entries);  // JSON Feed 1.1

// A feed as lists of feeds show it.
struct FeedLink {
    std::string title;
    std::string language;
    std::string home_url;
    std::array<std::string, all_formats.size()> urls;
    std::string term;  // as displayed: its name among the feeds of its group; empty for a feed of the whole site

    [[nodiscard]] const std::string& url(Format format) const { return urls[static_cast<std::size_t>(format)]; }
};
struct FeedGroup {
    std::string title;  // "tags"; empty for the site's own feed
    std::vector<FeedLink> feeds;
};

// OPML 2.0 with an outline for each feed's Atom (else RSS) document; a feed that has neither is left out. No dates and
// no counts: it changes only with the feeds.
[[nodiscard]] std::string write_opml(const Site& site, const std::vector<FeedGroup>& groups);

// Pages are HTML without scripts and without anything to load but the images of the articles. Their own words are
// Chinese where the feed or article is, else English.
//
// The page of one feed for people: what a feed is, the URLs to copy, the entries.
[[nodiscard]] std::string write_page(const Feed& feed, const std::vector<Entry>& entries);
// The page at the site's root: the same for the site's feed, and a list of all feeds.
[[nodiscard]] std::string write_index_page(const Feed& feed, const std::vector<Entry>& entries,
                                           const std::vector<FeedGroup>& groups, const std::string& opml_url);
// The plain page of one article, where no other site serves it.
[[nodiscard]] std::string write_article_page(const Site& site, const Entry& entry, const std::vector<FeedLink>& feeds);

[[nodiscard]] std::string write(Format format, const Feed& feed, const std::vector<Entry>& entries);

}  // namespace tagwire::feed
