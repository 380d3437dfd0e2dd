// All feeds and the articles in them: which terms there are, what their feeds show, and which of them changed.
#pragma once

#include "base/digest.hpp"
#include "catalog/archive.hpp"
#include "catalog/catalog.hpp"
#include "catalog/group.hpp"
#include "catalog/history.hpp"
#include "catalog/slug_table.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagwire::catalog {

// What changed for readers.
struct FeedChanges {
    std::vector<StaleFeed> stale;  // ordered by key
    std::vector<StalePage> pages;  // ordered by key and number
    bool feed_list_changed = false;
};

class FeedIndex {
  public:
    explicit FeedIndex(std::vector<feed::Definition> definitions);
    FeedIndex(const FeedIndex&) = delete;
    FeedIndex& operator=(const FeedIndex&) = delete;

    // Before anything else. Of the memory's articles `standing` stand in feeds, the oldest first.
    void restore(const Memory& memory, const std::vector<const RememberedArticle*>& standing);

    // An edit is a removal of what was and an addition of what is. Terms that are new get their slugs in the order in
    // which articles are added. All removals come before the additions.
    void remove(const RememberedArticle& before);
    // Returns the numbers it stands under: those of `before`, which has been removed, where both stand, and new ones
    // elsewhere; `before` is null where there was nothing.
    [[nodiscard]] Entered add(const ArticlePtr& article, const RememberedArticle* before);

    // What the calls since the last settle() changed; the first tells of all feeds.
    [[nodiscard]] FeedChanges settle();

    [[nodiscard]] const std::vector<feed::Definition>& definitions() const { return definitions_; }
    [[nodiscard]] std::vector<FeedState> listed() const;
    [[nodiscard]] std::vector<ArticlePtr> page(const FeedKey& key, std::size_t number) const;
    [[nodiscard]] std::uint64_t next_number() const { return next_number_; }
    [[nodiscard]] bool in_a_window(const content::Article& article) const {
        return shown_in_.contains(article.metadata.bytes);
    }

  private:
    struct Taxonomy;
    struct Feed {
        std::vector<ArticlePtr> window;
        Archive archive;
    };
    struct Removal {
        std::uint64_t number = 0;
        ArticlePtr article;
        bool has_left = false;  // else a new value stands in its place
    };
    // A term and its feeds, one for each definition of its taxonomy. The whole site is a term too, with an empty key.
    struct Term {
        Taxonomy* taxonomy = nullptr;
        std::string key;
        std::string slug;
        std::string name;  // as displayed; the last one if it has no articles
        bool listed = false;
        bool told = false;     // settle() has told of it
        bool touched = false;  // since settle()
        Group articles;
        History history;
        std::vector<Feed> feeds;
        std::vector<Removal> removals;  // since settle()
    };
    struct Taxonomy {
        std::string name;  // empty for the site
        std::vector<std::size_t> definitions;
        std::map<std::string, Term, std::less<>> terms;  // by key
        std::unordered_map<std::string, Term*> spelled;  // saves making the key of every term of every article
        SlugTable slugs;
    };
    struct Place {
        Term* term = nullptr;
        std::size_t feed = 0;  // of the term
    };

    [[nodiscard]] Taxonomy& taxonomy(const std::string& name);
    [[nodiscard]] Term& term(Taxonomy& taxonomy, const std::string& spelling);
    [[nodiscard]] Term& new_term(Taxonomy& taxonomy, const std::string& key, std::string slug);
    void restore_term(const RememberedTerm& remembered);
    void restore_pages(const RememberedPages& remembered);
    template <typename Visit>
    void visit_terms(const content::Article& article, const Visit& visit);
    void touch(Term& term);

    void refresh(Term& term, FeedChanges& changes);
    void refresh_pages(Term& term, std::size_t feed, FeedChanges& changes);
    [[nodiscard]] std::vector<ArticlePtr> window(const Term& term, std::size_t feed) const;
    void show(std::vector<ArticlePtr>& window, std::vector<ArticlePtr> entries);
    [[nodiscard]] const feed::Window& limits(const Term& term, std::size_t feed) const;
    [[nodiscard]] FeedKey key(const Term& term, std::size_t feed) const;
    [[nodiscard]] Place find(const FeedKey& key) const;  // a null term if there is no such feed
    [[nodiscard]] FeedState state(const Term& term, std::size_t feed) const;

    std::vector<feed::Definition> definitions_;
    std::vector<std::unique_ptr<Taxonomy>> taxonomies_;
    std::unordered_map<Fingerprint, std::size_t> shown_in_;  // files by their bytes: in how many windows, if in any
    std::vector<Term*> touched_;
    std::uint64_t next_number_ = 1;
};

}  // namespace tagwire::catalog
