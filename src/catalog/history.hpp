// The entries of one term, in the order in which they entered it (see memory.hpp).
#pragma once

#include "content/article.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

class History {
  public:
    struct Entry {
        std::uint64_t number = 0;
        ArticlePtr article;  // null: it has left
    };
    using Entries = std::span<const Entry>;

    // `number` is above all others, or sort() comes before anything else.
    void push(std::uint64_t number, const ArticlePtr& article);
    void sort();
    // Whether `before` stood under that number; `after` then stands there now (null: nobody).
    bool replace(std::uint64_t number, const ArticlePtr& before, const ArticlePtr& after);
    // Forgets places that nobody holds: all of those above `closed`, which each change walks over, and the others when
    // they are the most.
    void tidy(std::uint64_t closed);

    // Those with numbers above `after` and not above `last`.
    [[nodiscard]] Entries between(std::uint64_t after, std::uint64_t last) const;

  private:
    std::vector<Entry> entries_;  // ascending
    std::size_t empty_ = 0;       // how many have left
};

}  // namespace tagwire::catalog
