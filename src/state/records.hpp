// What is remembered: of articles, files, feeds and documents.
#pragma once

#include "base/digest.hpp"
#include "base/file_version.hpp"
#include "base/problem.hpp"
#include "base/time.hpp"
#include "catalog/memory.hpp"
#include "content/article.hpp"
#include "feed/feed.hpp"

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::state {

// As it is saved: the numbers stay.
enum class IdOrigin { front_matter, minted, permalink, imported };

// What is remembered of an article: one for each id.
struct ArticleRecord {
    content::ArticlePtr article;  // its last good version; never null
    IdOrigin id_from = IdOrigin::minted;
    FileVersion file;               // of the file that this was read from; FileVersion{} if that has to be read again
    Problems problems;              // of that reading: warnings
    bool zoneless_date = false;     // a date in it was read in the configured zone
    bool published_frozen = false;  // it came from a fallback (a name, the file's time): it stays until the front
                                    // matter gives one
    Instant first_seen;
    catalog::Entered entered;
    std::optional<Instant> deleted;  // it has no file any more; its id stays its own
};

// A file that is no article, so that it need not be opened again to know that.
struct SkippedRecord {
    FileVersion file;
    std::string reason;
};

// A feed is remembered by its definition's name and its term's key (empty for the site), whatever its URLs are.
struct FeedName {
    std::string definition;
    std::string term;
    friend auto operator<=>(const FeedName&, const FeedName&) = default;
};

// Where a document of a feed was once.
struct FormerUrl {
    feed::Format format = feed::Format::rss;
    std::string url;
    friend bool operator==(const FormerUrl&, const FormerUrl&) = default;
};

struct FeedRecord {
    FeedName name;
    std::string taxonomy;                                    // empty for the site
    std::string title;                                       // of the term, as last displayed
    std::string slug;                                        // percent-encoded
    std::string id;                                          // Atom's feed id
    Instant updated;                                         // never goes back
    std::array<std::string, feed::all_formats.size()> urls;  // by Format, as last served
    std::vector<FormerUrl> former_urls;
    std::optional<Instant> emptied;           // since when it has no entries
    std::vector<feed::DeletedEntry> deleted;  // tombstones that are still shown
    friend bool operator==(const FeedRecord&, const FeedRecord&) = default;
};

// A closed page of a feed's archive; see catalog::RememberedPages.
struct PageRecord {
    std::uint64_t last_number = 0;
    Instant updated;  // of the page's documents; never goes back
};

// When a document last changed, and the hash of its bytes since then.
struct DocumentRecord {
    std::uint64_t hash = 0;
    Instant last_modified;
};

struct Marks {
    Instant as_of = Instant::min();  // what is remembered of visibility and numbers was so at this instant
    std::uint64_t next_number = 1;   // see catalog::Memory
    Fingerprint reading;             // of all that the reading of a file depends on, but the file
    std::string id_domain;
    friend bool operator==(const Marks&, const Marks&) = default;
};

}  // namespace tagwire::state
