#include "site/latin.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace tagwire::site {

namespace {

// Letters that Unicode does not decompose.
constexpr std::array<std::pair<char32_t, std::string_view>, 16> whole_letters = {{{U'æ', "ae"},
                                                                                  {U'Æ', "AE"},
                                                                                  {U'œ', "oe"},
                                                                                  {U'Œ', "OE"},
                                                                                  {U'ß', "ss"},
                                                                                  {U'ø', "o"},
                                                                                  {U'Ø', "O"},
                                                                                  {U'đ', "d"},
                                                                                  {U'Đ', "D"},
                                                                                  {U'ð', "d"},
                                                                                  {U'Ð', "D"},
                                                                                  {U'þ', "th"},
                                                                                  {U'Þ', "Th"},
                                                                                  {U'ł', "l"},
                                                                                  {U'Ł', "L"},
                                                                                  {U'ı', "i"}}};

bool is_ascii_letter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

}  // namespace

std::string ascii_letters(char32_t letter) {
    const auto whole = std::find_if(whole_letters.begin(), whole_letters.end(),
                                    [&](const auto& known) { return known.first == letter; });
    if (whole != whole_letters.end()) return std::string(whole->second);
    const char32_t base = without_marks(letter);
    return is_ascii_letter(base) ? std::string(1, static_cast<char>(base)) : std::string();
}

}  // namespace tagwire::site
