// Records by a text in their article, for hundreds of thousands of them: a record costs one slot, and a lookup rarely
// more than one miss of the cache, where std::unordered_map's nodes cost several, and a third of the time of a start.
//
// Open addressing with linear probing: a record stands in the first slot that was free from the one of its hash on.
// What is erased is filled from behind, so that there are no marks of it to step over.
#pragma once

#include "base/digest.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::state {

// `Pointer` points to records, and may own them; `key_of` gives the key of one, which stays while it is in here.
template <class Pointer, auto key_of>
class RecordIndex {
  public:
    // Null if there is none.
    [[nodiscard]] auto find(std::string_view key) const -> decltype(&*Pointer()) {
        if (slots_.empty()) return nullptr;
        const Pointer& found = slots_[place(key, hash64(key))].record;
        return found ? &*found : nullptr;
    }
    [[nodiscard]] std::size_t size() const { return size_; }
    // Its key must not be there yet.
    void put(Pointer record) {
        if (4 * (size_ + 1) > 3 * slots_.size()) resize(slots_.empty() ? 16 : 2 * slots_.size());
        const std::uint64_t hash = hash64(key_of(*record));
        Slot& slot = slots_[place(key_of(*record), hash)];
        slot = {std::move(record), hash};
        ++size_;
    }
    void erase(std::string_view key) {
        if (slots_.empty()) return;
        std::size_t gap = place(key, hash64(key));
        if (!slots_[gap].record) return;
        for (std::size_t next = following(gap); slots_[next].record; next = following(next)) {
            const bool may_stand_in_gap = distance(slots_[next].hash, next) >= distance(gap, next);
            if (may_stand_in_gap) slots_[std::exchange(gap, next)] = std::move(slots_[next]);
        }
        slots_[gap] = {};
        --size_;
    }
    void reserve(std::size_t records) {
        std::size_t slots = 16;
        while (3 * slots < 4 * records) slots *= 2;
        if (slots > slots_.size()) resize(slots);
    }
    template <class Visit>
    void for_each(Visit visit) const {
        for (const Slot& slot : slots_) {
            if (slot.record) visit(*slot.record);
        }
    }

  private:
    struct Slot {
        Pointer record{};  // null: free
        std::uint64_t hash = 0;
    };

    // The number of slots is a power of two.
    [[nodiscard]] std::size_t within(std::size_t place) const { return place & (slots_.size() - 1); }
    [[nodiscard]] std::size_t following(std::size_t place) const { return within(place + 1); }
    [[nodiscard]] std::size_t distance(std::size_t from, std::size_t to) const { return within(to - from); }

    // Where that key is, or could be put.
    [[nodiscard]] std::size_t place(std::string_view key, std::uint64_t hash) const {
        std::size_t place = within(hash);
        while (slots_[place].record && (slots_[place].hash != hash || key_of(*slots_[place].record) != key)) {
            place = following(place);
        }
        return place;
    }

    void resize(std::size_t slots) {
        std::vector<Slot> old(slots);
        old.swap(slots_);
        for (Slot& slot : old) {
            if (!slot.record) continue;
            const std::size_t new_place = place(key_of(*slot.record), slot.hash);
            slots_[new_place] = std::move(slot);
        }
    }

    std::vector<Slot> slots_;
    std::size_t size_ = 0;
};

}  // namespace tagwire::state
