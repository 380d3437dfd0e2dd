#pragma once

#include <string>
#include <string_view>

namespace tagwire::content {

struct MarkdownOptions {
    bool cjk_emphasis = true;
};

// GitHub's Markdown (tables, strikethrough, task lists, footnotes, bare URLs) to HTML that is not yet cleaned: raw HTML
// and any URL pass. `source` is as clean_text() leaves it. A source that would take unreasonable memory comes out as
// preformatted text. Thread-safe after prepare_markdown().
[[nodiscard]] std::string markdown_to_html(std::string_view source, const MarkdownOptions& options);

void prepare_markdown();

}  // namespace tagwire::content
