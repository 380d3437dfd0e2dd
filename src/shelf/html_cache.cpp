#include "shelf/html_cache.hpp"

#include "base/packed.hpp"

#include <utility>

namespace tagwire::shelf {

namespace {

constexpr std::size_t bookkeeping_bytes = 160;  // the nodes of the list and of the map

}  // namespace

std::size_t HtmlCache::cost(const Kept& kept) { return kept.packed.capacity() + bookkeeping_bytes; }

std::optional<std::string> HtmlCache::find(const Fingerprint& key) {
    std::string packed;
    {
        const std::lock_guard lock(mutex_);
        const auto found = by_key_.find(key);
        if (found == by_key_.end()) {
            return std::nullopt;
        }
        kept_.splice(kept_.begin(), kept_, found->second);
        packed = found->second->packed;
    }
    return unpack(packed);
}

void HtmlCache::add(const Fingerprint& key, std::string_view html) {
    Kept added{key, pack(html)};
    const std::size_t added_bytes = cost(added);
    const std::lock_guard lock(mutex_);
    if (added_bytes > bytes_max_ || by_key_.contains(key)) {
        return;
    }
    while (bytes_ + added_bytes > bytes_max_) {
        bytes_ -= cost(kept_.back());
        by_key_.erase(kept_.back().key);
        kept_.pop_back();
    }
    kept_.push_front(std::move(added));
    by_key_.emplace(key, kept_.begin());
    bytes_ += added_bytes;
}

std::size_t HtmlCache::bytes() const {
    const std::lock_guard lock(mutex_);
    return bytes_;
}

}  // namespace tagwire::shelf
