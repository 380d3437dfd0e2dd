// The parts of a date as page addresses spell them.
#pragma once

#include "base/time_zone.hpp"

#include <string>

namespace tagwire::site {

// As strftime() of the C locale does: "%Y/%m" → "2024/01"; glibc's "%-d" is known as well.
[[nodiscard]] std::string format_local(LocalTime time, const std::string& format);

}  // namespace tagwire::site
