// What the pages for people have in common: their own words, their looks, and the head of the document.
#pragma once

#include "base/time.hpp"
#include "feed/feed.hpp"
#include "feed/html_writer.hpp"
#include "feed/writers.hpp"

#include <array>
#include <string>
#include <string_view>

namespace tagwire::feed {

// A page's own words in one language.
struct PageWords {
    std::string_view language;  // of the words, BCP 47
    std::string_view what_a_feed_is;
    std::string_view latest;
    std::string_view no_articles;
    std::string_view older;
    std::string_view newer;
    std::string_view before_page_number;  // "Archive, page "
    std::string_view after_page_number;
    std::string_view all_feeds;
    std::string_view feed_list_file;
    std::string_view website;
    std::string_view found_in;
    std::string_view tags;
    std::string_view categories;
    std::string_view languages;
};

// Chinese, simplified or traditional, for Chinese pages; else English.
[[nodiscard]] const PageWords& page_words(std::string_view language);

// The name of a taxonomy among people; the taxonomy's own where we know no other.
[[nodiscard]] std::string_view taxonomy_name(const PageWords& words, std::string_view taxonomy);

// The formats for feed readers; the one to take when in doubt comes first.
inline constexpr std::array subscribable_formats = {Format::atom, Format::rss, Format::json};
[[nodiscard]] std::string_view display_name(Format format);  // "Atom", "RSS", "JSON", …

inline constexpr std::string_view opml_type = "text/x-opml";

// In lists of feeds: the term, or the title of a feed without one; and the feed's page, or failing that a document.
[[nodiscard]] std::string_view short_name(const FeedLink& feed);
[[nodiscard]] const std::string& page_or_document(const FeedLink& feed);

// What a page says of itself in its head.
struct PageHead {
    std::string_view title;
    std::string_view description;
    std::string_view language;  // of the content; empty where it is not known
    std::string_view canonical_url;
};

// A document begun: first its head is open for links, and after begin_body() its body.
struct Page {
    explicit Page(const PageHead& head);

    HtmlWriter html;
    const PageWords& words;
    std::string_view words_language;  // to mark the page's own words with; empty where the page is in their language

    // Autodiscovery of a feed, in the head; an empty URL is passed over.
    void discover(std::string_view feed_title, Format format, std::string_view url);
    void begin_body();

    // One of the page's own sentences, marked with its language where the page's is another.
    void say(const char* element, std::string_view sentence);
    void time(Instant instant);
    void link(std::string_view url, std::string_view text, std::string_view type = {});
};

}  // namespace tagwire::feed
