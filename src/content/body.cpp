#include "content/body.hpp"

#include "base/text.hpp"
#include "content/html_cleaner.hpp"
#include "content/markdown.hpp"

#include <libxml/parser.h>

namespace tagwire::content {

Body render_body(std::string_view source, const BodyOptions& options) {
    const PageAddress page{options.base_url, options.id_prefix};
    if (options.format == BodyFormat::html) return clean_body(source, page);
    const CleanText readable = clean_text(source);
    Body body = clean_body(markdown_to_html(readable.text, {options.cjk_emphasis}), page);
    body.dropped += readable.dropped;
    return body;
}

void prepare_content() {
    xmlInitParser();
    prepare_markdown();
}

}  // namespace tagwire::content
