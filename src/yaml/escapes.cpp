#include "yaml/escapes.hpp"

#include <charconv>
#include <cstdint>

namespace tagwire::yaml {

namespace {

constexpr std::size_t escape_octets = 6;  // \uXXXX

std::optional<char32_t> read_code_unit(std::string_view text) {
    if (text.size() < escape_octets || !text.starts_with("\\u")) return std::nullopt;
    std::uint32_t unit = 0;
    const char* const end = text.data() + escape_octets;
    const auto [stop, error] = std::from_chars(text.data() + 2, end, unit, 16);
    if (error != std::errc() || stop != end) return std::nullopt;
    return unit;
}

std::string long_escape(char32_t code_point) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string escape = "\\U";
    for (int shift = 28; shift >= 0; shift -= 4) escape += digits[(code_point >> shift) & 0xF];
    return escape;
}

}  // namespace

std::optional<char32_t> read_unicode_escape(std::string_view text, std::size_t& length) {
    const std::optional<char32_t> first = read_code_unit(text);
    length = escape_octets;
    if (!first || *first < 0xD800 || *first > 0xDFFF) return first;
    const std::optional<char32_t> second = read_code_unit(text.substr(escape_octets));
    length = 2 * escape_octets;
    if (*first > 0xDBFF || !second || *second < 0xDC00 || *second > 0xDFFF) return std::nullopt;
    return 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00);
}

std::optional<std::string> join_surrogates(std::string_view text, std::size_t escape) {
    std::string joined(text.substr(0, escape));
    std::size_t at = escape;
    std::size_t saved = 0;
    while (at < text.size() && text[at] != '"') {
        std::size_t length = text[at] == '\\' ? 2 : 1;
        std::size_t escape_length = 0;
        const std::optional<char32_t> code_point = read_unicode_escape(text.substr(at), escape_length);
        if (code_point && *code_point > 0xFFFF) {
            const std::string replacement = long_escape(*code_point);
            joined += replacement;
            length = escape_length;
            saved += length - replacement.size();
        } else {
            joined += text.substr(at, length);
        }
        at += length;
        if (saved == 0) return std::nullopt;
    }
    if (at >= text.size()) return joined;
    return joined.append(1, '"').append(saved, ' ').append(text.substr(at + 1));
}

}  // namespace tagwire::yaml
