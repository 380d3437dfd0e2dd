// Where a file's front matter is, and what it is written in.
#pragma once

#include "base/limits.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::content {

enum class FrontMatterFormat { none, yaml, toml, json };

struct FrontMatter {
    FrontMatterFormat format = FrontMatterFormat::none;
    bool closed = false;    // only then do the following mean anything
    std::string_view text;  // between the delimiters
    std::size_t opener_line = 1;
    std::size_t body_offset = 0;  // in the file
};

// Blank lines and a byte order mark may stand before the opening `---`. The first line that begins with `---` closes
// it: what stands behind further dashes there belongs to the body. A line `...` closes it too, unless only blank lines
// part it from a `---`. Lines end at LF, CR LF or CR. A closing line is looked for in at most `octets_max` octets.
[[nodiscard]] FrontMatter find_front_matter(std::string_view bytes, std::size_t octets_max);

// The values of front matter that has been found; each format has its own reader. Errors of its own are
// "front-matter-unclosed", "front-matter-format" and "front-matter-value".
[[nodiscard]] yaml::Document parse_front_matter(const FrontMatter& front_matter, std::string_view file,
                                                const Limits& limits);

}  // namespace tagwire::content
