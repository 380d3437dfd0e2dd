// The visible articles of one term, or of the whole site.
//
// They are kept apart by the spelling of the term that each article uses. One structure so answers three questions in
// O(log n): which spelling is the most frequent, whose article is the earliest, and, merged, which articles are the
// newest. Nearly all terms have one spelling, so that the merging costs nothing.
#pragma once

#include "content/article.hpp"
#include "feed/definition.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

// The order of every feed: newest `published` first, ties by id (and by path, should two files claim one id).
struct NewestFirst {
    [[nodiscard]] bool operator()(const ArticlePtr& a, const ArticlePtr& b) const;
};

class Group {
  public:
    // Cheapest for an article that is newer than all others of its spelling.
    void add(const ArticlePtr& article, std::string_view spelling);
    // `article` and `spelling` are those of an add() before.
    void remove(const ArticlePtr& article, std::string_view spelling);

    [[nodiscard]] std::size_t size() const;
    // The most frequent spelling; ties: that of the earliest article. Empty if there are no articles.
    [[nodiscard]] std::string name() const;
    // The entries of a document with that window.
    [[nodiscard]] std::vector<ArticlePtr> newest(const feed::Window& window) const;

  private:
    using Articles = std::set<ArticlePtr, NewestFirst>;
    using Spellings = std::map<std::string, Articles, std::less<>>;  // none is empty
    class Merged;

    Spellings spellings_;
};

}  // namespace tagwire::catalog
