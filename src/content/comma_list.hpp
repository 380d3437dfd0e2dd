// Several things in one text.
#pragma once

#include <string_view>
#include <vector>

namespace tagwire::content {

// The parts between commas, those of Chinese text (， and 、) among them. Not trimmed; may be empty.
[[nodiscard]] std::vector<std::string_view> split_at_commas(std::string_view text);

// The words between blanks, none of them empty.
[[nodiscard]] std::vector<std::string_view> split_at_blanks(std::string_view text);

// The parts between commas, semicolons, "&" and "and" that do not stand in <…> or (…).
[[nodiscard]] std::vector<std::string_view> split_names(std::string_view text);

}  // namespace tagwire::content
