#pragma once

#include "base/limits.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <string>

namespace tagwire::daemon {

// The bytes of a regular file of at most that size.
[[nodiscard]] Result<std::string> read_text(const std::string& path,
                                            std::size_t bytes_max = Limits{}.configuration_bytes_max);

}  // namespace tagwire::daemon
