#include "site/hugo_path.hpp"

#include "base/slug.hpp"
#include "base/text.hpp"
#include "base/uri.hpp"
#include "site/page_url.hpp"

#include <algorithm>

namespace tagwire::site {

namespace {

// `here` begins with the character.
bool is_kept(char32_t c, std::string_view here) {
    if (is_letter_or_digit(c)) return true;
    if (c == '%') return starts_with_encoded_octet(here);
    return c < 0x80 && std::string_view("./\\_#+~-@").find(static_cast<char>(c)) != std::string_view::npos;
}

}  // namespace

std::string sanitize_path(std::string_view path, HugoPathOptions options) {
    const std::string plain = options.strip_accents ? without_accents(path) : std::string(path);
    std::string kept = sanitize(plain, is_kept);
    return options.lower_case ? lower_case(kept) : kept;
}

std::string unescape_query(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return decode_percent(spaced).value_or(spaced);
}

}  // namespace tagwire::site
