// What makes a change of an article worth telling its readers.
#pragma once

#include "content/article.hpp"

#include <string_view>

namespace tagwire::content {

// The fingerprint of title, link and body. Line ends, blanks at the end of lines and empty lines around the body do not
// matter, nor does it matter where the site lives: a site that moves has not changed its articles.
[[nodiscard]] Fingerprint significance(const Metadata& metadata, std::string_view body, std::string_view site_url);

}  // namespace tagwire::content
