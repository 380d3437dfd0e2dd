// The pages of feeds' archives that were asked for: there may be more of them than the memory should hold recipes for,
// so only so many are kept, and the one made first goes first.
#pragma once

#include "feed/archive.hpp"
#include "shelf/slot.hpp"

#include <cstddef>
#include <list>
#include <map>
#include <string>
#include <utility>

namespace tagwire::shelf {

// Not thread-safe, but for find() alone.
class ArchivePages {
  public:
    explicit ArchivePages(std::size_t pages_max) : pages_max_(pages_max) {}

    [[nodiscard]] SlotPtr find(const feed::ArchivePlace& place) const;  // null if it is not there

    // Returns the page's slot: the one that is there, else a new one with that recipe.
    SlotPtr add(const feed::ArchivePlace& place, Recipe recipe);

    void erase(const feed::ArchivePlace& place);
    void erase_all_of(const std::string& current);  // by the path of the feed's current document

  private:
    using Key = std::pair<std::string, std::size_t>;
    struct Page {
        SlotPtr slot;
        std::list<Key>::iterator age;
    };
    using Pages = std::map<Key, Page>;

    Pages::iterator erase(Pages::iterator page);

    std::size_t pages_max_;
    std::list<Key> by_age_;  // the one made first in front
    Pages pages_;
};

}  // namespace tagwire::shelf
