// Emphasis beside Chinese, Japanese and Korean characters.
//
// CommonMark decides by the punctuation around a run of "*" whether it opens or closes emphasis, and expects blanks
// between words: in `**【要点】**后` the last run follows punctuation and precedes a letter, and stays literal. The
// CJK-friendly amendments (markdown-cjk-friendly) let a run beside a CJK character do both. cmark-gfm has no hook for
// that, and a patched copy of it would have to be maintained. Instead each such run is wrapped in marks, a noncharacter
// that is neither blank nor punctuation: then CommonMark's own rule makes the run both left- and right-flanking. The
// cost: the marks have to be taken out of the HTML, and columns in the source shift.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::content {

inline constexpr char32_t emphasis_mark = 0xFDD0;

// `source` is valid UTF-8 without the mark, as clean_text() leaves it.
[[nodiscard]] std::string mark_cjk_emphasis(std::string_view source);

// Takes the marks out of HTML, also where they were percent-encoded in a URL.
void remove_emphasis_marks(std::string& html);

}  // namespace tagwire::content
