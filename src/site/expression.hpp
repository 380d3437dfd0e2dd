// Regular expressions that a site's configuration gives, matched in time proportional to the lengths of expression and
// text: neither may take the daemon's time or its stack.
#pragma once

#include <optional>
#include <regex>
#include <string>
#include <string_view>

namespace tagwire::site {

// ECMAScript's, without back references. Nothing for what is none, is long, or repeats so many times that its automaton
// becomes large.
[[nodiscard]] std::optional<std::regex> read_expression(std::string_view expression);

}  // namespace tagwire::site
