// The URL of an article's page, and the identifier that its front matter gives it.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>

namespace tagwire::content {

// By Hugo's rules: site_url + the path without extension, as page_path() has it, + "/"; "index.md" is its folder.
// `slug` takes the place of the last name; `url`, `permalink` or `path` that of the whole path, and stand as they are.
// An http URL in one of them is the link. A permalink that is a pattern or a template ("/:year/:title/") is not
// applied.
[[nodiscard]] std::string read_link(const Fields& fields, std::string_view path, std::string_view site_url);

// `id` or `guid` as an ASCII URI. One that is not an absolute URI ("42") becomes a UUID URN made of it and `domain`, so
// that the ids of two sites stay apart. Empty where there is none.
[[nodiscard]] std::string read_id(const Fields& fields, std::string_view domain);

}  // namespace tagwire::content
