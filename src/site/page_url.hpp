// From the path that a generator gives a page to the page's URL.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

// The absolute ASCII URI of `path` in the site. In the path "%" begins an encoded octet, and "?" and "#" end it, so
// that what a person wrote as an address stays one; text that is to stand for itself goes through escape_text() first.
[[nodiscard]] std::string page_url(std::string_view site_url, std::string_view path);

[[nodiscard]] std::string escape_text(std::string_view text);

// The names of a path joined by one "/", none before and none behind; "." and empty names go, ".." takes its parent
// away.
[[nodiscard]] std::string clean_path(std::string_view path);

// As Go writes the path of a URL: "$&+,/:;=@" stand, and what is encoded already is not encoded twice. "#" and "?" are
// encoded, which generators leave as they are, so that the page cannot be reached.
[[nodiscard]] std::string escape_path(std::string_view path);

// Whether it begins with "%" and two hexadecimal digits.
[[nodiscard]] bool starts_with_encoded_octet(std::string_view text);

}  // namespace tagwire::site
