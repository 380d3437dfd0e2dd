#include "site/hugo_path.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>
#include <vector>

namespace tagwire::site {

namespace {

constexpr std::string_view kept_punctuation = "./\\_#+~-@";
constexpr std::string_view path_punctuation = "-_.~$&+,/:;=@";  // Go's shouldEscape() for a path
constexpr std::string_view raw_punctuation = "!'()*[]";         // stand as written where nothing must be escaped

bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

// "%2F"
bool starts_with_encoded_octet(std::string_view text) {
    return text.size() >= 3 && text[0] == '%' && is_hex_digit(text[1]) && is_hex_digit(text[2]);
}

bool is_kept(char32_t c, std::string_view rest) {
    if (is_letter_or_digit(c)) return true;
    if (c == '%') return starts_with_encoded_octet(rest);
    return c < 0x80 && kept_punctuation.find(static_cast<char>(c)) != std::string_view::npos;
}

// Whether Go takes the path for encoded as it stands.
bool is_encoded(std::string_view path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool stands = is_ascii_letter_or_digit(c) || path_punctuation.find(c) != std::string_view::npos ||
                            raw_punctuation.find(c) != std::string_view::npos ||
                            starts_with_encoded_octet(path.substr(i));
        if (!stands) return false;
    }
    return true;
}

}  // namespace

std::string sanitize_path(std::string_view path, HugoPathOptions options) {
    const std::string plain = options.strip_accents ? without_accents(path) : std::string(path);
    std::string kept;
    bool pending_hyphen = false;
    bool after_hyphen = false;
    for (std::string_view rest = plain; !rest.empty();) {
        const std::string_view here = rest;
        const char32_t c = take_code_point(rest);
        if (is_kept(c, here)) {
            after_hyphen = c == '-';
            if (pending_hyphen && !after_hyphen) kept += '-';
            pending_hyphen = false;
            append_utf8(kept, c);
        } else if (is_blank(c) && !kept.empty() && !after_hyphen) {
            pending_hyphen = true;
        }
    }
    return options.lower_case ? lower_case(kept) : kept;
}

std::string clean_path(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        if (name == "..") {
            if (!names.empty()) names.pop_back();
        } else if (!name.empty() && name != ".") {
            names.push_back(name);
        }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    std::string clean;
    for (const std::string_view name : names) clean.append(clean.empty() ? "" : "/").append(name);
    return clean;
}

std::string unescape_query(std::string_view text) {
    std::string spaced(text);
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    return decode_percent(spaced).value_or(spaced);
}

std::string escape_path(std::string_view path) {
    if (is_encoded(path)) return std::string(path);
    std::string escaped;
    for (std::size_t i = 0; i < path.size(); ++i) {
        const char c = path[i];
        const bool stands = is_ascii_letter_or_digit(c) || path_punctuation.find(c) != std::string_view::npos ||
                            starts_with_encoded_octet(path.substr(i));
        escaped += stands ? std::string(1, c) : encode_segment(path.substr(i, 1));
    }
    return escaped;
}

}  // namespace tagwire::site
