// The instants at which articles appear and disappear.
//
// Those that have passed are kept as well: a clock that is set back then undoes what it did, by the same look-up.
#pragma once

#include "base/time.hpp"
#include "content/article.hpp"

#include <optional>
#include <set>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

// When time first allows it to be shown.
[[nodiscard]] Instant first_shown(const content::Article& article);

class DueQueue {
  public:
    void add(const ArticlePtr& article);
    void remove(const ArticlePtr& article);  // harmless if it is not there

    // The articles for which something is due after `from` and not after `to`, or the other way round if `to` is
    // earlier. An article may come twice.
    [[nodiscard]] std::vector<ArticlePtr> between(Instant from, Instant to) const;
    [[nodiscard]] std::optional<Instant> next_after(Instant now) const;

  private:
    struct Due {
        Instant instant;
        ArticlePtr article;
    };
    struct Order {
        using is_transparent = void;
        [[nodiscard]] bool operator()(const Due& a, const Due& b) const;
        [[nodiscard]] bool operator()(const Due& a, Instant b) const { return a.instant < b; }
        [[nodiscard]] bool operator()(Instant a, const Due& b) const { return a < b.instant; }
    };

    std::set<Due, Order> dues_;
};

}  // namespace tagwire::catalog
