// The paths of addresses, as site generators write them.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

// The names of a path joined by one "/", none before and none behind; "." and empty names go, ".." takes its parent
// away.
[[nodiscard]] std::string clean_path(std::string_view path);

// As Go writes the path of a URL: "$&+,/:;=@" stand, and what is encoded already is not encoded twice. "#" and "?" are
// encoded, which generators leave as they are, so that the page cannot be reached.
[[nodiscard]] std::string escape_path(std::string_view path);

// Whether it begins with "%" and two hexadecimal digits.
[[nodiscard]] bool starts_with_encoded_octet(std::string_view text);

}  // namespace tagwire::site
