// Quotation marks that are never closed. yaml-cpp takes everything up to the next mark, or to the end, for the value.
#pragma once

#include <cstddef>
#include <string_view>

namespace tagwire::yaml {

// The offset of the mark that closes the one at `open`; npos where there is none, or where the value would swallow a
// line that is another key: one that is indented no more than the line of `open` (YAML 1.2 §8.1 wants more) and reads
// `key: …`.
[[nodiscard]] std::size_t find_closing_quote(std::string_view text, std::size_t open);

// The first mark at or behind `from` that is never closed; npos if there is none.
[[nodiscard]] std::size_t find_unclosed_quote(std::string_view text, std::size_t from);

}  // namespace tagwire::yaml
