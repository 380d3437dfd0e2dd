// Which articles stand in which feeds, and which feeds a change makes stale.
#pragma once

#include "content/article.hpp"
#include "feed/definition.hpp"

#include <compare>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

// One feed: a definition (its index in the catalog's list), and for a definition with `each` the term's key.
struct FeedKey {
    std::size_t definition = 0;
    std::string term;
    friend auto operator<=>(const FeedKey&, const FeedKey&) = default;
};

struct FeedState {
    FeedKey key;
    // As displayed: the most frequent spelling, ties: the earliest article's, which is the last in the feed's order.
    std::string term;                // empty for the site
    std::string slug;                // percent-encoded, the taxonomy's only one, kept once given; empty for the site
    std::size_t articles = 0;        // in the whole feed; with 0 a term's feed stays, empty, and is no longer listed
    std::vector<ArticlePtr> window;  // newest `published` first, ties by id
};

struct StaleFeed {
    FeedState feed;
    bool lost_entries = false;  // an article left the feed: deleted, expired, retagged; not one whose id is still there
};

// What a change means for readers.
struct Update {
    std::vector<StaleFeed> stale;     // feeds whose window, title or slug changed, each once, ordered by key
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

// Pure: the clock is a parameter. Not thread-safe. Drafts, unlisted, future and expired articles are kept, but stand in
// no feed and count nowhere (one rule, before anything is indexed by term); nor do duplicates that are to be hidden.
class Catalog {
  public:
    explicit Catalog(std::vector<feed::Definition> definitions, Duplicates duplicates = Duplicates::shown);
    ~Catalog();
    Catalog(Catalog&&) noexcept;
    Catalog& operator=(Catalog&&) noexcept;

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
    // Whether a current window shows the article, or another of the very same bytes: whether its body is needed.
    [[nodiscard]] bool in_a_window(const content::Article& article) const;

  private:
    class Index;
    std::unique_ptr<Index> index_;
};

// Whether readers may see an article at that time.
[[nodiscard]] bool is_visible(const content::Article& article, Instant now);

}  // namespace tagwire::catalog
