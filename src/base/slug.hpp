// From names to the path segments of their URLs, by Hugo's rules, so that URLs of existing sites hold.
#pragma once

#include <string>
#include <string_view>

namespace tagwire {

// Hugo's UnicodeSanitize: the characters that are kept, and one hyphen for blanks between them unless there is one
// already. `is_kept` is given a character and the text that begins with it.
[[nodiscard]] std::string sanitize(std::string_view text, bool (*is_kept)(char32_t character, std::string_view here));

// What makes two spellings of a term one term: NFC, trimmed, blanks collapsed, case folded.
[[nodiscard]] std::string term_key(std::string_view spelling);

// The slug of a term's key, as UTF-8 that is not yet percent-encoded: letters, digits, marks and ". _ - + # ~ @" are
// kept as Hugo keeps them, other characters go, blanks become "-", "/" and "\" become "-". A slug of over 120 bytes is
// cut and ends with a hash; one that comes out empty, "." or ".." is "term-" with a hash of the key. Never empty, never
// contains "/".
[[nodiscard]] std::string term_slug(std::string_view key);

// The same slug with a short hash of the key, for a term that collides with another.
[[nodiscard]] std::string distinct_term_slug(std::string_view key);

// The path of an article's page for its path in the content folder without extension: NFC, lower case, blanks as "-",
// characters that Hugo drops dropped. "zh-CN/news/qq/a b.zh-CN" → "zh-cn/news/qq/a-b.zh-cn". Not percent-encoded.
[[nodiscard]] std::string page_path(std::string_view path_without_extension);

}  // namespace tagwire
