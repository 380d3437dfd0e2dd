// Dates as people and programs write them into front matter.
#pragma once

#include "base/time.hpp"
#include "base/time_zone.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tagwire::content {

struct DateReading {
    std::optional<Instant> instant;
    bool zoneless = false;     // the text names no zone, or one that is not known: read in the zone given
    std::string unknown_zone;  // the name of that one
    std::string reason;        // why there is no instant: "there is no month 13"
};

// Reads ISO 8601 and RFC 3339 with all of their usual variations (one-digit parts, "/" and "." for "-", a blank for
// "T", no seconds), RFC 822 and asctime dates, "Feb 10, 2025", "2025年2月10日", digits and punctuation of full width,
// and seconds or milliseconds since 1970. What can be read in two ways (10/02/2025) is not read.
[[nodiscard]] DateReading read_date(std::string_view text, const TimeZone& zone);

// Midnight of the day that `text` begins with: "2024-5-06-title" with separator '-'. Sets `text` to what follows it.
[[nodiscard]] std::optional<LocalTime> take_day(std::string_view& text, char separator);

}  // namespace tagwire::content
