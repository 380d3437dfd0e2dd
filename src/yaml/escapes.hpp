// Escapes of values in double quotes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::yaml {

// The character that `\uXXXX`, or a surrogate pair `\uXXXX\uXXXX` as JSON has it (RFC 8259 §7), at the beginning of
// `text` stands for; how many octets that takes is put into `length`. Nothing where half of a pair is missing.
[[nodiscard]] std::optional<char32_t> read_unicode_escape(std::string_view text, std::size_t& length);

// YAML has no surrogate pairs. `text` with those from `escape` on, which is in double quotes, to the end of that value
// rewritten as `\UXXXXXXXX`, and as many blanks behind the closing quote as were saved, so that the columns of what
// follows stay. Nothing if no pair stands at `escape`.
[[nodiscard]] std::optional<std::string> join_surrogates(std::string_view text, std::size_t escape);

}  // namespace tagwire::yaml
