// What a feed is before it has a format: its metadata and its entries.
#pragma once

#include "base/time.hpp"
#include "content/article.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::feed {

enum class Format { rss, atom, json, page };
inline constexpr std::array all_formats = {Format::rss, Format::atom, Format::json, Format::page};

[[nodiscard]] std::string_view name(Format format);        // "rss", "atom", "json", "page": as in feed definitions
[[nodiscard]] std::string_view media_type(Format format);  // with charset where the format has one
[[nodiscard]] std::string_view link_type(Format format);   // the same without parameters, as links name it

enum class ContentMode { full, summary };

// How RSS names the original that an article tells of: as the item's source, or as its link in place of the article's
// page.
enum class OriginalInRss { source, link };

// The taxonomy whose terms are languages: entries say them as languages, not as categories.
inline constexpr std::string_view language_taxonomy = "lang";

// The site, as configured: what is the same for all feeds.
struct Site {
    std::string title;
    std::string description;  // may be empty
    std::string base_url;     // where the feeds live; ends with "/"
    std::string site_url;     // where the articles live; ends with "/"
    std::string language;     // BCP 47, may be empty
    content::Person author;   // of entries that name none; its name is never empty
    std::string id_domain;    // the domain in minted ids
};

// Where a document stands in its feed's history (RFC 5005 §4).
struct Archive {
    std::size_t page = 0;   // 0: the current document; else the number of a closed page
    std::size_t pages = 0;  // closed so far; 0: the current document is the whole feed. Of no meaning for a page
};

// An entry that the feed had (RFC 6721).
struct DeletedEntry {
    std::string id;
    Instant deleted;
    friend bool operator==(const DeletedEntry&, const DeletedEntry&) = default;
};

// All URLs are absolute ASCII URIs. A format that the feed does not have has an empty URL.
struct Feed {
    std::string id;  // Atom's feed id, never changes
    std::string title;
    std::string description;                           // RSS wants one; never empty
    std::string language;                              // may be empty
    std::string home_url;                              // the page that the feed belongs to
    std::array<std::string, all_formats.size()> urls;  // by Format, of the current documents
    Archive archive;
    std::vector<DeletedEntry> deleted;  // to be told of, in Atom; the latest first
    Instant updated;                    // last change of what the feed says; never goes back
    content::Person author;
    std::string base_url;  // of the site's feeds: categories' schemes stand below it
    ContentMode content = ContentMode::full;
    OriginalInRss original = OriginalInRss::source;

    [[nodiscard]] const std::string& url(Format format) const { return urls[static_cast<std::size_t>(format)]; }
    // `self` of the document in that format: the page's where the feed is at one. Empty without the format.
    [[nodiscard]] std::string self(Format format) const;
};

struct Entry {
    content::ArticlePtr article;  // never null
    std::string html;             // the cleaned body; empty where only the summary is shown
};

// The title to show for an article: its own, else the beginning of its summary, else its file's name. Never empty.
[[nodiscard]] std::string display_title(const content::Article& article);

}  // namespace tagwire::feed
