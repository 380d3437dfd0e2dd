// Patterns of paths.
#pragma once

#include <string_view>

namespace tagwire::site {

// "*" is any run of characters but "/", "**" any run, "?" any character but "/", "{a,b}" one of those; there are
// no braces in braces. In time proportional to the product of the lengths.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace tagwire::site
