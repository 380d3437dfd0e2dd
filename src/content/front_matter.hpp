// Where a file's front matter is, and what it is written in.
#pragma once

#include "base/limits.hpp"
#include "yaml/value.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::content {

enum class FrontMatterFormat {
    none,
    yaml,          // between lines ---
    toml,          // between lines +++
    json,          // { … }
    json_members,  // Hexo's: what stands between the braces, closed by ;;;
    header_lines,  // Pelican's: "Title: A day at sea"
};

struct FrontMatter {
    FrontMatterFormat format = FrontMatterFormat::none;
    bool closed = false;    // only then do `text` and `body_offset` mean anything
    std::string_view text;  // between the delimiters; of JSON with its braces
    std::size_t opener_line = 1;
    std::size_t first_line = 1;   // of `text`
    std::size_t body_offset = 0;  // in the file
};

// Two forms that any text can have by chance are read only where the site's generator is known to have them.
struct FrontMatterOptions {
    std::size_t octets_max = Limits{}.front_matter_bytes_max;  // the end is looked for in so many
    bool pelican_headers = false;  // lines "Key: value" at the very start, up to a blank line
    bool without_opener = false;   // Hexo: a map without an opening line, and ;;; as a delimiter
};

// Blank lines and a byte order mark may stand before the opening `---`. The first line that begins with `---` closes
// it: what stands behind further dashes there belongs to the body. A line `...` closes it too, unless only blank lines
// part it from a `---`. TOML between lines `+++` likewise, but for the dots. JSON ends at the brace that closes its
// first one; the body begins in the next line, or behind the brace if there is other text. Lines end at LF, CR LF or
// CR.
[[nodiscard]] FrontMatter find_front_matter(std::string_view bytes, const FrontMatterOptions& options);

// The values of front matter that has been found; each format has its own reader. Errors of its own are
// "front-matter-unclosed" and "front-matter-value".
[[nodiscard]] yaml::Document parse_front_matter(const FrontMatter& front_matter, std::string_view file,
                                                const Limits& limits);

}  // namespace tagwire::content
