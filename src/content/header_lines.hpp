// Metadata as Pelican (Python-Markdown's "Meta-Data") and MultiMarkdown have it: lines "Key: value" at the very start,
// and a blank line.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace tagwire::content {

struct HeaderLines {
    std::size_t octets = 0;       // of the lines
    std::size_t body_offset = 0;  // behind the blank line
};

// Nothing if `text` does not begin with a key, or another line stands among them before a blank line or the end.
[[nodiscard]] std::optional<HeaderLines> find_header_lines(std::string_view text);

// The values are text as it is written; continuation lines, which are indented, follow after a line feed. Of duplicate
// keys the last one counts, with the warning "front-matter-duplicate-key".
[[nodiscard]] yaml::Document parse_header_lines(std::string_view text, std::string_view file, std::size_t first_line);

}  // namespace tagwire::content
