// Text as it is kept in memory for long: compressed with zstd at its fastest level.
#pragma once

#include <string>
#include <string_view>

namespace tagwire {

[[nodiscard]] std::string pack(std::string_view text);
// The text that pack() was given; throws std::runtime_error for anything else.
[[nodiscard]] std::string unpack(std::string_view packed);

}  // namespace tagwire
