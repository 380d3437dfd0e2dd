// From the path that a generator gives a page to the page's URL.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

// The absolute ASCII URI of `path` in the site. In the path "%" begins an encoded octet, and "?" and "#" end it, so
// that what a person wrote as an address stays one; text that is to stand for itself goes through escape_text() first.
[[nodiscard]] std::string page_url(std::string_view site_url, std::string_view path);

[[nodiscard]] std::string escape_text(std::string_view text);

}  // namespace tagwire::site
