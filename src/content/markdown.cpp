#include "content/markdown.hpp"

#include "content/cjk_emphasis.hpp"
#include "content/html_text.hpp"
#include "content/markdown_memory.hpp"
#include "content/markdown_tree.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <mutex>

namespace tagwire::content {

namespace {

// The HTML cleaner decides what of raw HTML and URLs may pass.
constexpr int parser_options = CMARK_OPT_UNSAFE | CMARK_OPT_VALIDATE_UTF8 | CMARK_OPT_FOOTNOTES;

// Reading a row takes cmark-gfm time by the square of its cells.
constexpr std::size_t cells_max = 4096;

// Prose takes about thirty times its size, a long list of single letters two hundred times.
std::size_t memory_max(std::string_view source) {
    constexpr std::size_t mebibyte = std::size_t{1} << 20;
    return std::min(64 * mebibyte + 256 * source.size(), 512 * mebibyte);
}

std::size_t most_bars_in_a_line(std::string_view source) {
    std::size_t most = 0;
    std::size_t bars = 0;
    for (const char c : source) {
        bars = c == '\n' ? 0 : bars + (c == '|' ? 1 : 0);
        most = std::max(most, bars);
    }
    return most;
}

void attach(cmark_parser* parser, const char* extension) {
    cmark_parser_attach_syntax_extension(parser, cmark_find_syntax_extension(extension));
}

cmark_parser* new_parser(std::string_view source) {
    cmark_parser* parser = cmark_parser_new_with_mem(parser_options, MarkdownMemory::allocator());
    if (most_bars_in_a_line(source) <= cells_max) attach(parser, "table");
    attach(parser, "strikethrough");
    attach(parser, "tasklist");
    return parser;
}

cmark_node* parse(cmark_parser* parser, std::string_view source, MarkdownMemory& memory) {
    // While it parses, cmark-gfm keeps the extensions' special characters in global tables.
    static std::mutex mutex;
    const std::lock_guard lock(mutex);
    cmark_node* document = nullptr;
    const bool parsed = memory.attempt([&] {
        cmark_parser_feed(parser, source.data(), source.size());
        document = cmark_parser_finish(parser);
    });
    return parsed ? document : nullptr;
}

std::string preformatted(std::string_view source) {
    std::string html = "<pre>";
    append_escaped_text(html, source);
    return html + "</pre>\n";
}

std::string render(std::string_view source) {
    MarkdownMemory memory(memory_max(source));
    cmark_parser* parser = new_parser(source);
    cmark_node* document = parse(parser, source, memory);
    if (document == nullptr) return preformatted(source);
    link_bare_urls(document);
    join_soft_breaks(document);
    const char* html = nullptr;
    const bool rendered = memory.attempt(
        [&] { html = cmark_render_html(document, parser_options, cmark_parser_get_syntax_extensions(parser)); });
    return rendered ? html : preformatted(source);
}

}  // namespace

std::string markdown_to_html(std::string_view source, const MarkdownOptions& options) {
    if (!options.cjk_emphasis) return render(source);
    std::string html = render(mark_cjk_emphasis(source));
    remove_emphasis_marks(html);
    return html;
}

void prepare_markdown() { cmark_gfm_core_extensions_ensure_registered(); }

}  // namespace tagwire::content
