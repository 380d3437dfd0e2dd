// Which characters belong to Chinese, Japanese and Korean text.
#pragma once

namespace tagwire::content {

[[nodiscard]] bool is_hangul(char32_t code_point);  // Unicode Script=Hangul

// A "CJK character" of the CommonMark CJK-friendly amendments, §2.1: East Asian Width W, F or H without what is shown
// as an emoji, and Hangul.
[[nodiscard]] bool is_cjk(char32_t code_point);

}  // namespace tagwire::content
