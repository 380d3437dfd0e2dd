// YAML by yaml-cpp: all of it, and slowly.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::yaml {

// What parse() promises, without the short way for plain text. `text` has no byte order mark.
[[nodiscard]] Document parse_fully(std::string_view text, std::string_view file, std::size_t first_line,
                                   const Limits& limits);

}  // namespace tagwire::yaml
