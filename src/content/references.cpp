#include "content/references.hpp"
#include "base/text.hpp"
#include "content/body.hpp"

#include <cmark-gfm.h>

#include <cmark-gfm/buffer.h>
#include <cmark-gfm/houdini.h>

#include <cstdint>

namespace tagwire::content {

namespace {

// HTML §13.2.5.80: references to C1 controls mean what Windows has there; 0 where it has nothing.
constexpr char32_t windows_1252[] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                     0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                     0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                     0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_character(std::string& text, std::string_view referred) {
    std::string_view rest = referred;
    const char32_t c = take_code_point(rest);
    if (rest.empty() && c >= 0x80 && c < 0xA0 && windows_1252[c - 0x80] != 0) {
        append_utf8(text, windows_1252[c - 0x80]);
    } else {
        text += referred;
    }
}

// What follows an "&": the octets that belong to the reference, whose characters are appended; 0 if it is none.
std::size_t append_reference(std::string& text, std::string_view after_ampersand) {
    static constexpr std::size_t longest_reference = 64;
    const std::string_view part = after_ampersand.substr(0, longest_reference);
    cmark_strbuf characters;
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &characters, 0);
    const auto length = houdini_unescape_ent(&characters, reinterpret_cast<const uint8_t*>(part.data()),
                                             static_cast<bufsize_t>(part.size()));
    if (length > 0) append_character(text, {cmark_strbuf_cstr(&characters), static_cast<std::size_t>(characters.size)});
    cmark_strbuf_free(&characters);
    return static_cast<std::size_t>(length);
}

}  // namespace

std::string decode_references(std::string_view text) {
    std::string decoded;
    for (auto at = text.find('&'); at != std::string_view::npos; at = text.find('&')) {
        decoded.append(text, 0, at);
        text.remove_prefix(at + 1);
        const std::size_t length = append_reference(decoded, text);
        if (length == 0) decoded += '&';
        text.remove_prefix(length);
    }
    decoded += text;
    return clean_text(decoded).text;
}

std::string with_numeric_references(std::string_view html) {
    std::string numeric;
    for (auto at = html.find('&'); at != std::string_view::npos; at = html.find('&')) {
        numeric.append(html, 0, at);
        html.remove_prefix(at);
        const bool named = html.size() > 1 && html[1] != '#';
        std::string characters;
        const std::size_t length = named ? append_reference(characters, html.substr(1)) : 0;
        for (std::string_view rest = characters; !rest.empty();) {
            numeric += "&#" + std::to_string(static_cast<std::uint32_t>(take_code_point(rest))) + ';';
        }
        if (length == 0) numeric += '&';
        html.remove_prefix(length + 1);
    }
    return numeric.append(html);
}

}  // namespace tagwire::content
