#include "shelf/archive_pages.hpp"

#include <iterator>

namespace tagwire::shelf {

SlotPtr ArchivePages::find(const feed::ArchivePlace& place) const {
    const auto found = pages_.find({place.current, place.page});
    return found == pages_.end() ? nullptr : found->second.slot;
}

SlotPtr ArchivePages::add(const feed::ArchivePlace& place, Recipe recipe) {
    if (SlotPtr there = find(place)) return there;
    auto slot = std::make_shared<Slot>(std::move(recipe));
    by_age_.emplace_back(place.current, place.page);
    pages_.emplace(by_age_.back(), Page{slot, std::prev(by_age_.end())});
    if (pages_.size() > pages_max_) erase(pages_.find(by_age_.front()));
    return slot;
}

void ArchivePages::erase(const feed::ArchivePlace& place) {
    const auto found = pages_.find({place.current, place.page});
    if (found != pages_.end()) erase(found);
}

void ArchivePages::erase_all_of(const std::string& current) {
    auto page = pages_.lower_bound({current, 0});
    while (page != pages_.end() && page->first.first == current) page = erase(page);
}

ArchivePages::Pages::iterator ArchivePages::erase(Pages::iterator page) {
    by_age_.erase(page->second.age);
    return pages_.erase(page);
}

}  // namespace tagwire::shelf
