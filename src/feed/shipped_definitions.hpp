// The files of feeds/, compiled in.
#pragma once

#include <string_view>
#include <vector>

namespace tagwire::feed {

struct ShippedDefinition {
    std::string_view file;  // "tags.yaml"
    std::string_view yaml;
};

// The site's first, as lists of feeds show them.
[[nodiscard]] const std::vector<ShippedDefinition>& shipped_definitions();

}  // namespace tagwire::feed
