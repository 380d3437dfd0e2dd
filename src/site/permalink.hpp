// Patterns of page addresses, which Hugo, Jekyll and Hexo write alike: "/:year/:month/:title/".
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::site {

// What a pattern has beyond these octets is left out, and what would make a path longer: more than twice what servers
// are asked to take (RFC 9110 §4.1).
inline constexpr std::size_t pattern_bytes_max = 1'000;
inline constexpr std::size_t path_bytes_max = 16'000;

// Puts values in the places of the tokens, ":" and the longest run of ASCII letters, digits, "_" and (Hugo) a slice in
// brackets. `value` is given the token without its colon and answers nothing for one that it does not know, which then
// stays as written.
using TokenValue = std::function<std::optional<std::string>(std::string_view token)>;
[[nodiscard]] std::string expand(std::string_view pattern, const TokenValue& value);

}  // namespace tagwire::site
