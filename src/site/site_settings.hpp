// What every generator's configuration says of the site as a whole, by whatever key. What is not to be used is warned
// of, and empty.
#pragma once

#include "content/article.hpp"
#include "content/fields.hpp"

#include <initializer_list>
#include <string>
#include <string_view>

namespace tagwire::site {

// The member of a map; nullptr where there is no map, or no such member.
[[nodiscard]] const yaml::Value* member(const yaml::Value* map, std::string_view key);

// The text of a key that holds one; nullptr for lists, maps, `true` and `false`.
[[nodiscard]] const std::string* text_of(const content::Fields& fields, std::string_view key);

// A folder in the site's: "", or a path that ends with "/" and does not begin with one.
[[nodiscard]] std::string folder_path(std::string_view text);

// Whether there is a value and it is this word, in lower case.
[[nodiscard]] bool says(const yaml::Value* value, std::string_view word);

// `url` as Description::base_url has it; `key` is where to point at if it is none.
[[nodiscard]] std::string read_base_url(const content::Fields& fields, std::string_view key, std::string_view url);

// The first of these keys that has a language: "zh_CN" → "zh-CN".
[[nodiscard]] std::string read_site_language(const content::Fields& fields,
                                             std::initializer_list<std::string_view> keys);

[[nodiscard]] std::string read_time_zone(const content::Fields& fields, std::string_view key);

// Of `author` or `authors` the first one.
[[nodiscard]] content::Person read_author(const content::Fields& fields);

}  // namespace tagwire::site
