// A generator's own configuration file.
#pragma once

#include "base/problem.hpp"
#include "yaml/value.hpp"

#include <string>
#include <string_view>

namespace tagwire::site {

// The values in a file of YAML, or of TOML by its name. What is wrong with it is not tagwire's to refuse: all problems
// are warnings "site-configuration", and a file that cannot be read has no values.
[[nodiscard]] yaml::Value read_configuration(std::string_view path, std::string_view text, Problems& problems);

// Makes warnings "site-configuration" of these.
[[nodiscard]] Problems configuration_warnings(Problems problems);

}  // namespace tagwire::site
