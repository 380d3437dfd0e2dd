// The picture that stands for an article.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>

namespace tagwire::content {

// The first http or https URL among the keys that people use for it; empty if there is none. Relative references are
// resolved against the article's page, those of a map with `relative: false` against the site. A list gives its first
// picture.
[[nodiscard]] std::string read_image(const Fields& fields, std::string_view link, std::string_view site_url);

}  // namespace tagwire::content
