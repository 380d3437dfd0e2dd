// Patterns of page addresses, which Hugo, Jekyll and Hexo write alike: "/:year/:month/:title/".
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::site {

// Puts values in the places of the tokens, ":" and the longest run of ASCII letters, digits, "_" and (Hugo) a slice in
// brackets. `value` is given the token without its colon and answers nothing for one that it does not know, which then
// stays as written.
using TokenValue = std::function<std::optional<std::string>(std::string_view token)>;
[[nodiscard]] std::string expand(std::string_view pattern, const TokenValue& value);

}  // namespace tagwire::site
