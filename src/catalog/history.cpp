#include "catalog/history.hpp"

#include <algorithm>

namespace tagwire::catalog {

namespace {

bool number_is_less(const History::Entry& a, const History::Entry& b) { return a.number < b.number; }

// The first of the entries whose number is above `number`.
template <typename Entries>
auto first_above(Entries& entries, std::uint64_t number) {
    return std::upper_bound(entries.begin(), entries.end(), number,
                            [](std::uint64_t wanted, const History::Entry& entry) { return wanted < entry.number; });
}

}  // namespace

void History::push(std::uint64_t number, const ArticlePtr& article) { entries_.push_back({number, article}); }

void History::sort() {
    if (!std::is_sorted(entries_.begin(), entries_.end(), number_is_less)) {
        std::sort(entries_.begin(), entries_.end(), number_is_less);
    }
}

bool History::replace(std::uint64_t number, const ArticlePtr& before, const ArticlePtr& after) {
    const auto above = first_above(entries_, number);
    if (above == entries_.begin()) return false;
    Entry& entry = *std::prev(above);
    if (entry.number != number || entry.article != before) return false;
    entry.article = after;
    if (!after) ++empty_;
    return true;
}

void History::tidy(std::uint64_t closed) {
    if (empty_ == 0) return;
    const auto from = 2 * empty_ > entries_.size() ? entries_.begin() : first_above(entries_, closed);
    const auto end = std::remove_if(from, entries_.end(), [](const Entry& entry) { return !entry.article; });
    empty_ -= static_cast<std::size_t>(entries_.end() - end);
    entries_.erase(end, entries_.end());
}

History::Entries History::between(std::uint64_t after, std::uint64_t last) const {
    const auto begin = first_above(entries_, after);
    return {begin, std::max(begin, first_above(entries_, last))};
}

}  // namespace tagwire::catalog
