#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

enum class HexoCase { as_written, lower, upper };  // `filename_case` 0, 1 and 2

// hexo-util's slugize(): Latin letters lose their marks, blanks and ASCII punctuation become "-".
[[nodiscard]] std::string hexo_slug(std::string_view text, HexoCase letters);

}  // namespace tagwire::site
