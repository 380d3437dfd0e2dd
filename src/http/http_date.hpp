// HTTP dates as clients send them.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string_view>

namespace tagwire::http {

// Reads the three forms of RFC 9110 §5.6.7: "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT" and
// "Sun Nov  6 08:49:37 1994". Nothing for anything else, and for days that no calendar has. `now` decides the century
// of a year of two digits.
[[nodiscard]] std::optional<Instant> parse_http_date(std::string_view text, Instant now);

}  // namespace tagwire::http
