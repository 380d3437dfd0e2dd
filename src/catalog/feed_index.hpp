// All feeds and the articles in them: which terms there are, what their feeds show, and which of them changed.
#pragma once

#include "base/digest.hpp"
#include "catalog/catalog.hpp"
#include "catalog/group.hpp"
#include "catalog/slug_table.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tagwire::catalog {

// What changed for readers.
struct FeedChanges {
    std::vector<StaleFeed> stale;  // ordered by key
    bool feed_list_changed = false;
};

class FeedIndex {
  public:
    explicit FeedIndex(std::vector<feed::Definition> definitions);
    FeedIndex(const FeedIndex&) = delete;
    FeedIndex& operator=(const FeedIndex&) = delete;

    // Terms that are new get their slugs in the order in which articles are added. The old value of an article is
    // removed before the new one is added.
    void remove(const ArticlePtr& article);
    void add(const ArticlePtr& article);

    // What the calls since the last settle() changed; the first tells of the site's feeds too.
    [[nodiscard]] FeedChanges settle();

    [[nodiscard]] const std::vector<feed::Definition>& definitions() const { return definitions_; }
    [[nodiscard]] std::vector<FeedState> listed() const;
    [[nodiscard]] bool in_a_window(const content::Article& article) const {
        return shown_in_.contains(article.metadata.bytes);
    }

  private:
    struct Taxonomy;
    // A term and its feeds, one for each definition of its taxonomy. The whole site is a term too, with an empty key.
    struct Term {
        Taxonomy* taxonomy = nullptr;
        std::string key;
        std::string slug;
        std::string name;  // as displayed; the last one if it has no articles
        bool listed = false;
        Group articles;
        std::vector<std::vector<ArticlePtr>> windows;  // one for each of the taxonomy's definitions
    };
    struct Taxonomy {
        std::string name;  // empty for the site
        std::vector<std::size_t> definitions;
        std::map<std::string, Term, std::less<>> terms;  // by key
        std::unordered_map<std::string, Term*> spelled;  // saves making the key of every term of every article
        SlugTable slugs;
    };
    struct Membership {
        Term& term;
        const std::string& spelling;
    };

    [[nodiscard]] Taxonomy& taxonomy(const std::string& name);
    [[nodiscard]] Term& term(Taxonomy& taxonomy, const std::string& spelling);
    [[nodiscard]] std::vector<Membership> memberships(const content::Article& article);
    void refresh(Term& term, FeedChanges& changes, bool lost_entries);
    void show(std::vector<ArticlePtr>& window, std::vector<ArticlePtr> entries);
    [[nodiscard]] FeedState state(const Term& term, std::size_t feed) const;

    std::vector<feed::Definition> definitions_;
    std::vector<std::unique_ptr<Taxonomy>> taxonomies_;
    std::unordered_map<Fingerprint, std::size_t> shown_in_;     // files by their bytes: in how many windows, if in any
    std::unordered_map<Term*, std::set<std::string>> touched_;  // since settle(), with the ids that left
};

}  // namespace tagwire::catalog
