// The HTML of bodies that were rendered lately, compressed, within so many octets. Only speed: what falls out is
// rendered again.
#pragma once

#include "base/digest.hpp"

#include <cstddef>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tagwire::shelf {

// Thread-safe.
class HtmlCache {
  public:
    explicit HtmlCache(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    [[nodiscard]] std::optional<std::string> find(const Fingerprint& key);
    void add(const Fingerprint& key, std::string_view html);

    // Of all that is kept, with what keeping it costs; never above the maximum.
    [[nodiscard]] std::size_t bytes() const;

  private:
    struct Kept {
        Fingerprint key;
        std::string packed;
    };
    using UsedLately = std::list<Kept>;  // the last one used comes first

    [[nodiscard]] static std::size_t cost(const Kept& kept);

    const std::size_t bytes_max_;
    mutable std::mutex mutex_;
    std::size_t bytes_ = 0;
    UsedLately kept_;
    std::unordered_map<Fingerprint, UsedLately::iterator> by_key_;
};

}  // namespace tagwire::shelf
