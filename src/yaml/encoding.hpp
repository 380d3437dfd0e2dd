// What no text may have, whatever is written in it.
#pragma once

#include "base/problem.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tagwire::yaml {

// The error "encoding" at the first octet that is not part of well-formed UTF-8, or else at the first NUL; nothing if
// there is neither. Lines are counted from `first_line`.
[[nodiscard]] std::optional<Problem> find_encoding_error(std::string_view text, std::string_view file,
                                                         std::size_t first_line);

}  // namespace tagwire::yaml
