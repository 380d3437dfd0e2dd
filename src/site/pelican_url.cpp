#include "site/pelican_url.hpp"

#include "base/text.hpp"
#include "content/fields.hpp"
#include "site/calendar.hpp"
#include "site/latin.hpp"
#include "site/page_url.hpp"
#include "site/permalink.hpp"

#include <algorithm>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string without_tags(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const std::size_t open = std::min(text.find('<'), text.size());
        const std::size_t close = text.find('>', open);
        plain += text.substr(0, close == npos ? npos : open);
        text = close == npos ? std::string_view() : text.substr(close + 1);
    }
    return plain;
}

// Of symbols that Pelican spells.
std::string_view spelled(char32_t symbol) {
    switch (symbol) {
        case U'×': return "x";
        case U'€': return "EUR";
        case U'£': return "PS";
        case U'°': return "deg";
        case U'©': return "c";
        case U'®': return "r";
        default: return {};
    }
}

// What stays of a character, of which the substitutions drop all but letters, digits, "_", "-" and blanks.
std::string kept_part(char32_t c, bool keep_letters) {
    if (c == U'-') return "-";
    if (is_blank(c)) return " ";
    const bool is_dash = c >= 0x2010 && c <= 0x2015;
    if (is_dash && !keep_letters) return "-";
    if (c != U'_' && !is_letter_or_digit(c)) return std::string(keep_letters ? std::string_view() : spelled(c));
    std::string text = keep_letters ? std::string() : ascii_letters(c);
    if (text.empty()) append_utf8(text, c);
    return text;
}

}  // namespace

std::string pelican_slug(std::string_view text, const PelicanSlugs& slugs) {
    const std::string plain = nfkc(content::plain_line(without_tags(text)));
    std::string kept;
    for (std::string_view rest = plain; !rest.empty();) kept += kept_part(take_code_point(rest), slugs.keep_letters);
    std::string slug;
    for (const char c : trim(kept)) {
        const bool is_separator = c == ' ' || c == '-';
        if (!is_separator || !slug.ends_with('-')) slug += is_separator ? '-' : c;
    }
    return slugs.keep_case ? slug : lower_case(slug);
}

std::string pelican_path(std::string_view pattern, const PelicanPage& page) {
    std::string path;
    pattern = pattern.substr(0, pattern_bytes_max);
    while (!pattern.empty() && path.size() < path_bytes_max) {
        const std::size_t open = std::min(pattern.find('{'), pattern.size());
        path += pattern.substr(0, open);
        pattern.remove_prefix(open);
        const std::size_t close = pattern.find('}');
        if (close == npos) return path += pattern;
        const std::string_view field = pattern.substr(1, close - 1);
        const std::size_t colon = std::min(field.find(':'), field.size());
        const std::string_view name = field.substr(0, colon);
        if (name == "date" && colon < field.size()) {
            path += escape_text(format_local(page.date, std::string(field.substr(colon + 1))));
        } else if (const std::optional<std::string> value = page.value(name)) {
            path += escape_text(std::string_view(*value).substr(0, path_bytes_max));
        } else {
            path += pattern.substr(0, close + 1);
        }
        pattern.remove_prefix(close + 1);
    }
    return path;
}

std::string unknown_pelican_field(std::string_view pattern,
                                  const std::function<bool(std::string_view name)>& is_known) {
    std::string unknown;
    PelicanPage page;
    page.value = [&](std::string_view name) {
        if (unknown.empty() && !is_known(name)) unknown = name;
        return std::string();
    };
    static_cast<void>(pelican_path(pattern, page));
    return unknown;
}

}  // namespace tagwire::site
