// Instants, and their two spellings in feeds and in HTTP. All are UTC; nothing here depends on the locale.
#pragma once

#include "base/result.hpp"

#include <chrono>
#include <string>
#include <string_view>

namespace tagwire {

using Instant = std::chrono::sys_time<std::chrono::microseconds>;

// "2025-02-10T14:04:13Z"; microseconds are written only where there are any. RFC 3339 §5.6.
[[nodiscard]] std::string rfc3339(Instant instant);

// "Mon, 10 Feb 2025 14:04:13 GMT": RFC 9110 §5.6.7 IMF-fixdate, which is also RFC 822's date with a four-digit year.
[[nodiscard]] std::string imf_fixdate(Instant instant);

// Reads an RFC 3339 date-time; the offset must be there.
[[nodiscard]] Result<Instant> parse_rfc3339(std::string_view text);

[[nodiscard]] Instant whole_seconds(Instant instant);

}  // namespace tagwire
