#include "catalog/archive.hpp"

#include <algorithm>
#include <limits>

namespace tagwire::catalog {

namespace {

struct Load {
    std::size_t entries = 0;
    std::size_t body_bytes = 0;

    void add(const History::Entry& entry) {
        if (!entry.article) return;
        ++entries;
        body_bytes += entry.article->metadata.body_bytes;
    }
};

}  // namespace

void Archive::close_pages(const History& history, const feed::Window& window) {
    const History::Entries entries = loose(history);
    Load open;
    for (const History::Entry& entry : entries) open.add(entry);
    const std::size_t half = std::max<std::size_t>(1, window.entries / 2);
    auto next = entries.begin();
    while (open.entries > 0 && (open.entries >= window.entries || open.body_bytes >= window.body_bytes_max)) {
        Load page;
        while (page.entries == 0 || (page.entries < half && page.body_bytes < window.body_bytes_max / 2)) {
            page.add(*next);
            ++next;
        }
        open.entries -= page.entries;
        open.body_bytes -= page.body_bytes;
        last_numbers_.push_back(std::prev(next)->number);
    }
}

std::size_t Archive::page_of(std::uint64_t number) const {
    const auto page = std::lower_bound(last_numbers_.begin(), last_numbers_.end(), number);
    return static_cast<std::size_t>(page - last_numbers_.begin()) + 1;
}

History::Entries Archive::entries(const History& history, std::size_t page) const {
    return history.between(last_number(page - 1), last_number(page));
}

History::Entries Archive::loose(const History& history) const {
    return history.between(last_number(pages()), std::numeric_limits<std::uint64_t>::max());
}

}  // namespace tagwire::catalog
