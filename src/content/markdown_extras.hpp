// What other dialects of Markdown have and CommonMark shows as text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace tagwire::content {

struct MarkdownExtra {
    std::size_t length;     // in octets
    std::string_view text;  // what stays of it
};

// The extra that begins at `at`, outside of code: [[page|text]], ![[file]], attributes as in `# Title {#id}` or
// `{: .class}`, a JSX tag with expressions, or a line that is [toc], begins with ":::", or is MDX's import or export.
[[nodiscard]] std::optional<MarkdownExtra> read_markdown_extra(std::string_view source, std::size_t at);

// Whether there may be one that has neither "{" nor "[[".
[[nodiscard]] bool has_markdown_extras(std::string_view source);

}  // namespace tagwire::content
