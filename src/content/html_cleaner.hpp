#pragma once

#include "content/body.hpp"
#include "content/html_urls.hpp"

#include <string_view>

namespace tagwire::content {

// clean_html() with the count of dropped characters. Takes any bytes.
[[nodiscard]] Body clean_body(std::string_view html, const PageAddress& page);

}  // namespace tagwire::content
