// The closed pages of one feed: ranges of the numbers of its entries (see memory.hpp).
#pragma once

#include "catalog/history.hpp"
#include "feed/definition.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace tagwire::catalog {

class Archive {
  public:
    Archive() = default;
    explicit Archive(std::vector<std::uint64_t> last_numbers) : last_numbers_(std::move(last_numbers)) {}

    // Closes as many pages as the loose entries, those that are in no page, are too many for the window. The cost
    // depends on these alone.
    void close_pages(const History& history, const feed::Window& window);

    [[nodiscard]] std::size_t pages() const { return last_numbers_.size(); }
    // Of a page, from 1; of page 0: 0.
    [[nodiscard]] std::uint64_t last_number(std::size_t page) const { return page == 0 ? 0 : last_numbers_[page - 1]; }
    // The page in which an entry with that number stands; above pages() if it is loose.
    [[nodiscard]] std::size_t page_of(std::uint64_t number) const;

    [[nodiscard]] History::Entries entries(const History& history, std::size_t page) const;
    [[nodiscard]] History::Entries loose(const History& history) const;

  private:
    std::vector<std::uint64_t> last_numbers_;
};

}  // namespace tagwire::catalog
