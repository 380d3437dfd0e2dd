#pragma once

#include <string>
#include <string_view>

namespace tagwire::content {

// Writes the named character references of HTML as numeric ones: libxml2 knows HTML 4's names, which are a tenth of
// them. What only looks like one stays.
[[nodiscard]] std::string with_numeric_references(std::string_view html);

}  // namespace tagwire::content
