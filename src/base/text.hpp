// UTF-8 text: checking, folding, cutting. Every function takes any bytes; those that return text return valid UTF-8.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tagwire {

// The first code point of a non-empty `text`, which is moved behind it. An ill-formed sequence gives U+FFFD and is
// passed over as Unicode §3.9 recommends (one replacement for each maximal subpart).
[[nodiscard]] char32_t take_code_point(std::string_view& text);

void append_utf8(std::string& text, char32_t code_point);

[[nodiscard]] bool is_utf8(std::string_view bytes);

// XML 1.0 §2.2 Char, less the noncharacters U+FDD0–U+FDEF and U+xFFFE/U+xFFFF, which readers choke on as well.
[[nodiscard]] bool is_xml_char(char32_t code_point);

struct CleanText {
    std::string text;
    std::size_t dropped = 0;   // characters that XML forbids
    std::size_t replaced = 0;  // ill-formed sequences that became U+FFFD
};
// Text that may stand in any XML or JSON document; CR LF and CR become LF (XML 1.0 §2.11).
[[nodiscard]] CleanText clean_text(std::string_view bytes);

// Unicode White_Space, U+3000 and U+00A0 among it.
[[nodiscard]] bool is_blank(char32_t code_point);
[[nodiscard]] std::string_view trim(std::string_view text);
[[nodiscard]] std::string collapse_blanks(std::string_view text);  // trimmed; runs of blanks become one space

[[nodiscard]] std::string nfc(std::string_view text);
[[nodiscard]] std::string nfkc(std::string_view text);             // also "ﬁ" → "fi", "Ａ" → "A"
[[nodiscard]] std::string fold_case(std::string_view text);        // NFC of the full case folding: a key for comparing
[[nodiscard]] std::string lower_case(std::string_view text);       // Unicode's simple lower case, for URLs
[[nodiscard]] std::string without_accents(std::string_view text);  // NFC, less the marks (Mn) of its decomposition

[[nodiscard]] char32_t without_marks(char32_t code_point);  // "é" → "e": the first one of its canonical decomposition
[[nodiscard]] char32_t title_case(char32_t code_point);     // Unicode's simple title case: the capital of a word

[[nodiscard]] std::string lower_ascii(std::string_view text);
[[nodiscard]] bool equals_ignoring_ascii_case(std::string_view a, std::string_view b);

// At most that many grapheme clusters; "…" takes the place of what is cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t graphemes_max);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

[[nodiscard]] bool is_letter_or_digit(char32_t code_point);  // Unicode L*, Nd, and marks M*
[[nodiscard]] bool is_wide(
    char32_t code_point);  // East Asian width W or F: Chinese, Japanese, Korean and full width forms

}  // namespace tagwire
