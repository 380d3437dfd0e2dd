#pragma once

#include <string>
#include <string_view>

namespace tagwire::content {

void append_escaped_text(std::string& html, std::string_view text);        // between tags
void append_escaped_attribute(std::string& html, std::string_view value);  // in double quotes

// Whether `word` is among the words of `list`, which single spaces separate.
[[nodiscard]] bool has_word(std::string_view list, std::string_view word);

}  // namespace tagwire::content
