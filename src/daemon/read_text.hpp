#pragma once

#include "base/result.hpp"

#include <string>
#include <string_view>

namespace tagwire::daemon {

// The bytes of a regular file of at most Limits::configuration_bytes_max.
[[nodiscard]] Result<std::string> read_text(const std::string& path);

}  // namespace tagwire::daemon
