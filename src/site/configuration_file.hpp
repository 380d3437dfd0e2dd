// A generator's own configuration file. What is wrong with it is not tagwire's to refuse: all problems are warnings
// "site-configuration".
#pragma once

#include "content/fields.hpp"
#include "site/site.hpp"
#include "yaml/value.hpp"

#include <span>
#include <string_view>

namespace tagwire::site {

// Fills in a description from the values of a configuration, and warns of what it cannot use.
using DescriptionReader = void (*)(const content::Fields& fields, Description& site);

// From the first of these files that there is, of YAML, or of TOML by its name; without one, or with one that cannot be
// read, from no values.
[[nodiscard]] Description describe_file(const Files& files, std::span<const std::string_view> names,
                                        DescriptionReader read);

// From these values, which stand in the file of that path.
void describe_values(const yaml::Value& root, std::string_view path, DescriptionReader read, Description& site);

}  // namespace tagwire::site
