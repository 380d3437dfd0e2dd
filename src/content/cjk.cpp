#include "content/cjk.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <span>

namespace tagwire::content {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

bool contains(std::span<const Range> ranges, char32_t code_point) {
    return std::ranges::any_of(
        ranges, [&](const Range& range) { return code_point >= range.first && code_point <= range.last; });
}

constexpr Range hangul[] = {{0x1100, 0x11FF}, {0x302E, 0x302F}, {0x3131, 0x318E}, {0x3200, 0x321E}, {0x3260, 0x327E},
                            {0xA960, 0xA97C}, {0xAC00, 0xD7A3}, {0xD7B0, 0xD7FB}, {0xFFA0, 0xFFDC}};

// What is_wide() does not tell: half width forms (East Asian Width H), and of width W the combining marks, which take
// no column, and all of the ideographic planes, of which each Unicode version assigns more.
constexpr Range narrow_or_unassigned[] = {{0x20A9, 0x20A9}, {0x302A, 0x302D},   {0x3099, 0x309A},  {0xFF61, 0xFFDC},
                                          {0xFFE8, 0xFFEE}, {0x16FE4, 0x16FE4}, {0x20000, 0x3FFFD}};

// Wide characters with Emoji_Presentation (UTS #51).
constexpr Range emoji[] = {{0x231A, 0x2328},   {0x232B, 0x2BFF},   {0x1F004, 0x1F004}, {0x1F0CF, 0x1F0CF},
                           {0x1F18E, 0x1F1FF}, {0x1F201, 0x1F201}, {0x1F21A, 0x1F21A}, {0x1F22F, 0x1F22F},
                           {0x1F232, 0x1F236}, {0x1F238, 0x1F23A}, {0x1F250, 0x1F251}, {0x1F300, 0x1FAFF}};

}  // namespace

bool is_hangul(char32_t code_point) { return code_point >= 0x1100 && contains(hangul, code_point); }

bool is_cjk(char32_t code_point) {
    if (code_point < 0x1100) return false;
    if (is_wide(code_point)) return !contains(emoji, code_point);
    return contains(narrow_or_unassigned, code_point) || is_hangul(code_point);
}

}  // namespace tagwire::content
