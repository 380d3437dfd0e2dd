// The title of an article as feeds show it.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>

namespace tagwire::content {

// One line of plain text of what stands in the front matter: HTML's inline elements leave their content, as in the
// feeds of Jekyll ("<em>Tides</em><br>" is "Tides"); character references are decoded once; Markdown's marks stay as
// written, as in Hugo's and Jekyll's feeds. What is no element ("vector<int>"), or an element without its end ("Why <b>
// is bad"), is text.
[[nodiscard]] std::string plain_title(std::string_view written);

// That of `title`; empty where there is none, and where it is a list or map, which is warned of.
[[nodiscard]] std::string read_title(const Fields& fields);

}  // namespace tagwire::content
