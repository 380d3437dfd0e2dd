// The pages of feeds' archives: RFC 5005 §4.
//
// There are many, and few are ever asked for: their recipes are made when they are. A page's document depends on the
// entries of the page alone, on nothing of what the feed has become since, so that it stays the same for ever.
#pragma once

#include "catalog/catalog.hpp"
#include "daemon/feed_memory.hpp"
#include "daemon/settings.hpp"
#include "shelf/recipe.hpp"
#include "state/store.hpp"

#include <cstddef>
#include <memory>

namespace tagwire::daemon {

class ArchiveRecipes {
  public:
    // All must outlive this.
    ArchiveRecipes(const Settings& settings, state::Store& store, const catalog::Catalog& catalog,
                   const FeedMemory& memory)
        : settings_(settings),
          store_(store),
          catalog_(catalog),
          memory_(memory) {}

    enum class Page { is_new, has_changed };
    // Remembers a page that was closed, or whose entries have changed.
    Page remember(const catalog::StalePage& page, Instant now);

    // The recipe of a page, given that of the feed's current document; null if it is not closed.
    [[nodiscard]] std::shared_ptr<const shelf::FeedRecipe> page(const shelf::FeedRecipe& current,
                                                                std::size_t number) const;

  private:
    const Settings& settings_;
    state::Store& store_;
    const catalog::Catalog& catalog_;
    const FeedMemory& memory_;
};

}  // namespace tagwire::daemon
