// Latin letters as ASCII spells them, for generators that make addresses of ASCII only.
#pragma once

#include <string>

namespace tagwire::site {

// "é" → "e", "æ" → "ae", "a" → "a"; empty for characters that are not Latin letters.
[[nodiscard]] std::string ascii_letters(char32_t letter);

}  // namespace tagwire::site
