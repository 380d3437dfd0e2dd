// Nine of ten front matters are lines of `key: value` with the odd list between them. yaml-cpp needs fifty microseconds
// for one of these, more than all else that reading an article takes. This reader knows that shape alone and nothing
// else: where anything is not unmistakable it gives up, and yaml-cpp reads the text from its beginning. So it never
// reports a problem, and what it answers is what yaml-cpp would have: a fuzz target holds the two against each other.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tagwire::yaml {

// The map that `text` is, equal to what parse_fully() would read without any problem; nothing where it is not that
// plain. Read are block maps whose keys are ASCII words, with values that end in their line (plain, "double quoted",
// 'single quoted', a flow list of such), block lists of them, and maps of the same kind; comment lines and blank lines.
// `text` has no byte order mark.
[[nodiscard]] std::optional<Value> read_plain_map(std::string_view text, std::size_t first_line, const Limits& limits);

}  // namespace tagwire::yaml
