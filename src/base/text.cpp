#include "base/text.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <memory>

namespace tagwire {

namespace {

constexpr char32_t replacement = 0xFFFD;

// What a lead byte promises: the number of continuation bytes, and the range of the first of them (Unicode table 3-7).
struct Lead {
    int trail = -1;  // -1: not a lead byte
    unsigned char low = 0x80;
    unsigned char high = 0xBF;
};

Lead lead_of(unsigned char byte) {
    if (byte < 0x80) return {0};
    if (byte >= 0xC2 && byte <= 0xDF) return {1};
    if (byte == 0xE0) return {2, 0xA0, 0xBF};
    if (byte == 0xED) return {2, 0x80, 0x9F};
    if (byte >= 0xE1 && byte <= 0xEF) return {2};
    if (byte == 0xF0) return {3, 0x90, 0xBF};
    if (byte >= 0xF1 && byte <= 0xF3) return {3};
    if (byte == 0xF4) return {3, 0x80, 0x8F};
    return {};
}

struct Decoded {
    char32_t code_point;
    bool well_formed;
};

Decoded decode(std::string_view& text) {
    const auto first = static_cast<unsigned char>(text.front());
    text.remove_prefix(1);
    Lead lead = lead_of(first);
    if (lead.trail == 0) return {first, true};
    if (lead.trail < 0) return {replacement, false};
    auto code_point = static_cast<char32_t>(first & (0x3F >> lead.trail));
    for (int i = 0; i < lead.trail; ++i) {
        if (text.empty()) return {replacement, false};
        const auto byte = static_cast<unsigned char>(text.front());
        if (byte < lead.low || byte > lead.high) return {replacement, false};
        code_point = code_point << 6 | (byte & 0x3F);
        lead.low = 0x80;
        lead.high = 0xBF;
        text.remove_prefix(1);
    }
    return {code_point, true};
}

utf8proc_int32_t signed_code(char32_t code_point) { return static_cast<utf8proc_int32_t>(code_point); }

std::string map(std::string_view text, utf8proc_option_t options) {
    std::string clean = is_utf8(text) ? std::string(text) : clean_text(text).text;
    utf8proc_uint8_t* mapped = nullptr;
    const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(clean.data()),
                                     static_cast<utf8proc_ssize_t>(clean.size()), &mapped, options);
    if (length < 0) return clean;
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(mapped, &std::free);
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

constexpr auto nfc_options = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);

// How many octets in front need no second look.
std::size_t printable_ascii(std::string_view text) {
    const auto* const end = std::find_if(text.begin(), text.end(), [](char c) { return c < 0x20 || c == 0x7F; });
    return static_cast<std::size_t>(end - text.begin());
}

bool continues(char octet) { return (static_cast<unsigned char>(octet) & 0xC0) == 0x80; }

// How many octets in front are well-formed as far as that is told fast, which is nearly always all but the last few:
// ASCII eight at a time, and the forms in which any continuation byte will do.
std::size_t plainly_well_formed(std::string_view bytes) {
    constexpr std::uint64_t high_bits = 0x8080808080808080;
    std::size_t at = 0;
    while (bytes.size() - at >= sizeof(high_bits)) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data() + at, sizeof(word));
        const auto first = static_cast<unsigned char>(bytes[at]);
        if ((word & high_bits) == 0) {
            at += sizeof(word);
        } else if (first < 0x80) {
            ++at;
        } else if (first > 0xE0 && first < 0xF0 && first != 0xED && continues(bytes[at + 1]) &&
                   continues(bytes[at + 2])) {
            at += 3;
        } else if (first >= 0xC2 && first <= 0xDF && continues(bytes[at + 1])) {
            at += 2;
        } else {
            break;
        }
    }
    return at;
}

bool is_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

char32_t take_code_point(std::string_view& text) { return decode(text).code_point; }

void append_utf8(std::string& text, char32_t code_point) {
    utf8proc_uint8_t bytes[4];
    const auto length = utf8proc_encode_char(signed_code(code_point), bytes);
    text.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_utf8(std::string_view bytes) {
    while (true) {
        bytes.remove_prefix(plainly_well_formed(bytes));
        if (bytes.empty()) return true;
        if (!decode(bytes).well_formed) return false;
    }
}

bool is_xml_char(char32_t c) {
    if (c < 0x20) return c == '\t' || c == '\n' || c == '\r';
    if (c < 0xD800) return true;
    if (c < 0xE000 || c > 0x10FFFF) return false;
    return (c & 0xFFFE) != 0xFFFE && (c < 0xFDD0 || c > 0xFDEF);
}

CleanText clean_text(std::string_view bytes) {
    CleanText clean;
    clean.text.reserve(bytes.size());
    while (!bytes.empty()) {
        const std::string_view plain = bytes.substr(0, printable_ascii(bytes));
        clean.text += plain;
        bytes.remove_prefix(plain.size());
        if (bytes.empty()) break;
        const std::string_view before = bytes;
        const Decoded decoded = decode(bytes);
        if (!decoded.well_formed) {
            append_utf8(clean.text, replacement);
            ++clean.replaced;
        } else if (decoded.code_point == '\r') {
            if (bytes.empty() || bytes.front() != '\n') clean.text += '\n';
        } else if (is_xml_char(decoded.code_point)) {
            clean.text.append(before.data(), before.size() - bytes.size());
        } else {
            ++clean.dropped;
        }
    }
    return clean;
}

bool is_blank(char32_t c) {
    return (c >= 0x09 && c <= 0x0D) || c == 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string_view trim(std::string_view text) {
    const char* begin = text.data() + text.size();
    const char* end = begin;
    for (std::string_view rest = text; !rest.empty();) {
        const char* const here = rest.data();
        if (is_blank(take_code_point(rest))) continue;
        begin = std::min(begin, here);
        end = rest.data();
    }
    return begin < end ? std::string_view(begin, static_cast<std::size_t>(end - begin)) : std::string_view();
}

std::string collapse_blanks(std::string_view text) {
    std::string collapsed;
    bool blank = false;
    while (!text.empty()) {
        const std::string_view before = text;
        if (is_blank(take_code_point(text))) {
            blank = !collapsed.empty();
            continue;
        }
        if (blank) collapsed += ' ';
        blank = false;
        collapsed.append(before.data(), before.size() - text.size());
    }
    return collapsed;
}

std::string nfkc(std::string_view text) {
    return map(text, static_cast<utf8proc_option_t>(nfc_options | UTF8PROC_COMPAT));
}

std::string nfc(std::string_view text) { return is_ascii(text) ? std::string(text) : map(text, nfc_options); }

std::string fold_case(std::string_view text) {
    if (is_ascii(text)) return lower_ascii(text);
    return map(text, static_cast<utf8proc_option_t>(nfc_options | UTF8PROC_CASEFOLD));
}

std::string without_accents(std::string_view text) {
    const std::string decomposed = map(text, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_STABLE));
    std::string letters;
    for (std::string_view rest = decomposed; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        if (utf8proc_category(signed_code(c)) != UTF8PROC_CATEGORY_MN) append_utf8(letters, c);
    }
    return nfc(letters);
}

std::string lower_case(std::string_view text) {
    if (is_ascii(text)) return lower_ascii(text);
    std::string lower;
    while (!text.empty()) {
        append_utf8(lower, static_cast<char32_t>(utf8proc_tolower(signed_code(take_code_point(text)))));
    }
    return lower;
}

char32_t without_marks(char32_t code_point) {
    std::array<utf8proc_int32_t, 8> parts{};
    int state = 0;
    const auto count =
        utf8proc_decompose_char(signed_code(code_point), parts.data(), parts.size(), UTF8PROC_DECOMPOSE, &state);
    return count > 0 ? static_cast<char32_t>(parts[0]) : code_point;
}

char32_t title_case(char32_t code_point) { return static_cast<char32_t>(utf8proc_totitle(signed_code(code_point))); }

std::string lower_ascii(std::string_view text) {
    std::string lower(text);
    for (char& c : lower) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
    }
    return lower;
}

bool equals_ignoring_ascii_case(std::string_view a, std::string_view b) {
    return a.size() == b.size() && lower_ascii(a) == lower_ascii(b);
}

std::string shorten(std::string_view text, std::size_t graphemes_max) {
    std::size_t graphemes = 0;
    utf8proc_int32_t state = 0;
    utf8proc_int32_t previous = 0;
    for (std::string_view rest = text; !rest.empty();) {
        const char* const here = rest.data();
        const auto code_point = signed_code(take_code_point(rest));
        const bool starts = here == text.data() || utf8proc_grapheme_break_stateful(previous, code_point, &state);
        previous = code_point;
        if (!starts || ++graphemes <= graphemes_max) continue;
        const auto kept = static_cast<std::size_t>(here - text.data());
        return std::string(trim(text.substr(0, kept))) + "…";
    }
    return std::string(text);
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) static_cast<void>(take_code_point(text));
    return count;
}

bool is_letter_or_digit(char32_t code_point) {
    const auto category = utf8proc_category(signed_code(code_point));
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ND;
}

bool is_wide(char32_t code_point) { return utf8proc_charwidth(signed_code(code_point)) == 2; }

}  // namespace tagwire
