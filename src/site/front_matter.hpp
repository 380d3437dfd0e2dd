// What front matter says of a page's address.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>

namespace tagwire::site {

// The text of a key that holds one; nullptr for lists, maps, `true` and `false`.
[[nodiscard]] const std::string* text_of(const content::Fields& fields, std::string_view key);

}  // namespace tagwire::site
