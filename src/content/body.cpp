#include "content/body.hpp"

#include "base/text.hpp"
#include "content/html_cleaner.hpp"
#include "content/markdown.hpp"
#include "content/shortcodes.hpp"

#include <libxml/parser.h>

namespace tagwire::content {

Body render_body(std::string_view source, const BodyOptions& options) {
    const PageAddress page{options.base_url, options.id_prefix};
    const CleanText readable = clean_text(source);
    const std::string text = without_shortcodes(readable.text, options.format);
    const bool is_html = options.format == BodyFormat::html;
    Body body = clean_body(is_html ? text : markdown_to_html(text, {options.cjk_emphasis}), page);
    body.dropped += readable.dropped;
    return body;
}

void prepare_content() {
    xmlInitParser();
    prepare_markdown();
}

}  // namespace tagwire::content
