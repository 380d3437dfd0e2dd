// What a catalog has to be told when it begins again, so that feeds keep their history.
//
// RFC 5005 §4 wants archives whose documents never change: a page of a feed's history holds the same entries for ever.
// Dates cannot say which, since articles arrive backdated and are redated. So each entry gets a number, larger than all
// before it, when it enters a feed, and a page is a range of numbers. Nothing has to be kept for each entry of each
// feed: an article has one number for nearly all of its terms (it entered them together), and a page has the number of
// its last entry.
#pragma once

#include "content/article.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

// One feed: a definition (its index in the catalog's list), and for a definition with `each` the term's key.
struct FeedKey {
    std::size_t definition = 0;
    std::string term;
    friend auto operator<=>(const FeedKey&, const FeedKey&) = default;
};

struct TermNumber {
    std::string taxonomy;
    std::string term;  // its key
    std::uint64_t number = 0;
    friend bool operator==(const TermNumber&, const TermNumber&) = default;
};

// The numbers under which an article stands in its feeds.
struct Entered {
    std::uint64_t number = 0;        // in the feeds of the site, and of all terms but `others`; 0: it stands in none
    std::vector<TermNumber> others;  // terms that it entered at another time
    friend bool operator==(const Entered&, const Entered&) = default;
};

struct RememberedArticle {
    ArticlePtr article;  // as it was
    Entered entered;
};

// A term keeps its slug, and is there even without articles.
struct RememberedTerm {
    std::string taxonomy;
    std::string term;  // its key
    std::string name;  // as last displayed
    std::string slug;  // percent-encoded
};

// The closed pages of a feed's archive, from the first: each holds the entries whose numbers are above the last number
// of the page before it, and not above its own.
struct RememberedPages {
    FeedKey feed;
    std::vector<std::uint64_t> last_numbers;  // ascending
};

struct Memory {
    Instant as_of = Instant::min();  // when all this was so
    std::uint64_t next_number = 1;
    std::vector<RememberedArticle> articles;
    std::vector<RememberedTerm> terms;
    std::vector<RememberedPages> pages;
};

}  // namespace tagwire::catalog
