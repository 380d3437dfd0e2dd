// Which articles stand in which feeds, and which feeds a change makes stale.
#pragma once

#include "catalog/memory.hpp"
#include "content/article.hpp"
#include "feed/definition.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::catalog {

struct FeedState {
    FeedKey key;
    // As displayed: the most frequent spelling, ties: the earliest article's, which is the last in the feed's order.
    std::string term;                // empty for the site
    std::string slug;                // percent-encoded, the taxonomy's only one, kept once given; empty for the site
    std::size_t articles = 0;        // in the whole feed; with 0 a term's feed stays, empty, and is no longer listed
    std::vector<ArticlePtr> window;  // what its document shows: newest `published` first, ties by id
    std::size_t pages = 0;           // of its archive, closed; with 0 the window is the whole feed
};

struct StaleFeed {
    FeedState feed;
    std::vector<std::string> left;  // ids of articles that left the feed (deleted, expired, retagged), wherever in it
                                    // they stood; not one whose id is still there
};

// A closed page of a feed's archive that is new, or whose entries are not what they were.
struct StalePage {
    FeedKey feed;
    std::size_t number = 0;         // from 1
    std::uint64_t last_number = 0;  // see RememberedPages
    Instant updated;                // the latest of its entries; Instant::min() if none is left
    bool lost_entries = false;
};

// The numbers of an article have changed; Entered{} where it stands in no feed any more.
struct Renumbered {
    std::string path;
    Entered entered;
};

// What a change means for readers.
struct Update {
    std::vector<StaleFeed> stale;     // feeds whose window, title, slug or number of pages changed, or that lost an
                                      // entry, each once, ordered by key
    std::vector<StalePage> pages;     // each once, ordered by key and number
    std::vector<Renumbered> entered;  // ordered by path
    std::vector<ArticlePtr> shown;    // became visible, or is visible with a new value; oldest first
    std::vector<ArticlePtr> hidden;   // was visible and is no more at its path (the value that was); ordered by path
    bool feed_list_changed = false;   // feeds came, went, or changed their titles
    std::optional<Instant> next_due;  // when advance() has something to do
};

// The new value of the article at `path`; null: there is none any more.
struct Change {
    std::string path;
    ArticlePtr article;
};

// What becomes of articles that tell of the same original (Metadata::external_url).
enum class Duplicates { shown, hidden };

// Pure: the clock is a parameter. Not thread-safe. Drafts, unlisted, future, held-back and expired articles are kept,
// but stand in no feed and count nowhere (one rule, before anything is indexed by term); nor do duplicates that are to
// be hidden.
//
// Every feed has its whole history (RFC 5005 §4): its window, and pages that close as it grows. A feed's document shows
// its window and all entries that are in no page. When those reach the window's `entries`, or its `body_bytes_max`, the
// ones that entered first become a page of half as many; a page once closed keeps its entries while they last.
class Catalog {
  public:
    explicit Catalog(std::vector<feed::Definition> definitions, Duplicates duplicates = Duplicates::shown);
    ~Catalog();
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;

    // Takes up where another catalog stood, before the first update. What the memory says of definitions, taxonomies
    // or duplicates that are configured differently now is left out. The first update then tells of all feeds.
    void restore(const Memory& memory);

    // Applies all changes as one; of several for one path the last counts. The first update makes the site's feeds
    // stale, which exist without any article. The cost depends on the feeds that the articles are in, not on the number
    // of articles.
    [[nodiscard]] Update apply(const std::vector<Change>& changes, Instant now);
    // Publishes what is due and hides what has expired. A clock that went back hides what is in the future again.
    [[nodiscard]] Update advance(Instant now);

    [[nodiscard]] const std::vector<feed::Definition>& definitions() const;
    [[nodiscard]] std::vector<FeedState> feeds() const;  // those listed, ordered by definition, then by displayed term
    [[nodiscard]] ArticlePtr find(std::string_view path) const;  // null if there is none
    // Whether readers see the article at that path.
    [[nodiscard]] bool is_shown(std::string_view path) const;
    // All articles in a folder and its folders, ordered by path; "" is all.
    [[nodiscard]] std::vector<ArticlePtr> below(std::string_view folder) const;
    // The entries of a closed page, in the order of a feed; empty if there are none left, or no such page.
    [[nodiscard]] std::vector<ArticlePtr> page(const FeedKey& feed, std::size_t number) const;
    [[nodiscard]] std::uint64_t next_number() const;  // the one that the next article to enter a feed will get
    // Whether a current window shows the article, or another of the very same bytes: whether its body is needed.
    [[nodiscard]] bool in_a_window(const content::Article& article) const;

  private:
    class Index;
    std::unique_ptr<Index> index_;
};

// Whether readers may see an article at that time.
[[nodiscard]] bool is_visible(const content::Article& article, Instant now);

}  // namespace tagwire::catalog
