#include "site/hexo_slug.hpp"

#include "base/text.hpp"
#include "site/latin.hpp"

#include <algorithm>

namespace tagwire::site {

namespace {

bool is_separator(char32_t c) {
    const bool is_letter_or_number = is_letter_or_digit(c);
    return is_blank(c) || (c > 0x20 && c < 0x7F && !is_letter_or_number);
}

// What Hexo does not know as a Latin letter stays as it is.
std::string plain_letter(char32_t c) {
    std::string text = c == U'ß' ? "s" : c == U'þ' || c == U'Þ' || c == U'ð' || c == U'Ð' ? "" : ascii_letters(c);
    if (text.empty()) append_utf8(text, c);
    return text;
}

}  // namespace

std::string hexo_slug(std::string_view text, HexoCase letters) {
    std::string slug;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (is_separator(c)) {
            if (!slug.empty() && !slug.ends_with('-')) slug += '-';
        } else if (c >= 0x20) {
            slug += plain_letter(c);
        }
    }
    if (slug.ends_with('-')) slug.pop_back();
    if (letters == HexoCase::lower) return lower_case(slug);
    if (letters == HexoCase::upper) {
        std::transform(slug.begin(), slug.end(), slug.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    }
    return slug;
}

}  // namespace tagwire::site
