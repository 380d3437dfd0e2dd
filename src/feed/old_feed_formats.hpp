// What read_old_feed() is made of; for it alone.
#pragma once

#include "feed/old_feed.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace tagwire::feed {

// An entry as its format says it; titles are plain text, dates as written.
struct RawEntry {
    std::string id, link, title, published;
};

// Both fail with a sentence for people where the bytes are no such feed.
[[nodiscard]] Result<std::vector<RawEntry>> read_old_xml(std::string_view bytes);
[[nodiscard]] Result<std::vector<RawEntry>> read_old_json(std::string_view bytes);

}  // namespace tagwire::feed
