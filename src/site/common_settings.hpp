// What every generator's configuration says of the site as a whole, each by keys of its own. What is not to be used is
// warned of, "site-configuration", and empty; so is what is not there, nullptr.
#pragma once

#include "base/problem.hpp"
#include "content/article.hpp"
#include "site/settings.hpp"
#include "site/site.hpp"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>

namespace tagwire::site {

// The first of these files that there is, which the description is told of.
[[nodiscard]] Settings read_first_file(const Files& files, std::span<const std::string_view> names,
                                       Description& description);

// Of the first of these keys that has a text: one plain line.
[[nodiscard]] std::string read_line(const Setting& root, std::initializer_list<std::string_view> lower_keys);

// `url` as Description::base_url has it; `at` is where to point at if it is none.
[[nodiscard]] std::string read_base_url(const Setting& at, std::string_view url, Problems& problems);
[[nodiscard]] std::string read_base_url(const Setting* setting, Problems& problems);

// "zh_CN" → "zh-CN"; of several languages the first one.
[[nodiscard]] std::string read_language(const Setting* setting, Problems& problems);

[[nodiscard]] std::string read_time_zone(const Setting* setting, Problems& problems);

// The first person that one of these names.
[[nodiscard]] content::Person read_author(std::initializer_list<const Setting*> settings);

// A folder in the site's: "", or a path that ends with "/" and does not begin with one.
[[nodiscard]] std::string folder_path(std::string_view text);

// The same as Description::content has it.
[[nodiscard]] std::string without_last_slash(std::string_view folder);

}  // namespace tagwire::site
