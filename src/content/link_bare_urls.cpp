#include "content/markdown_tree.hpp"

#include "base/text.hpp"
#include "content/bare_url.hpp"
#include "content/markdown_memory.hpp"

#include <cmark-gfm.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::content {

namespace {

// How many links an inline tag opens: 1, -1 or 0.
int links_opened_by(std::string_view tag) {
    const auto names_link = [](std::string_view rest) {
        return equals_ignoring_ascii_case(rest.substr(0, 1), "a") && rest.find_first_of(" \t\n>") == 1;
    };
    if (names_link(tag.substr(1))) return 1;
    return tag.starts_with("</") && names_link(tag.substr(2)) ? -1 : 0;
}

// The text nodes that may hold a URL; not those within links and images.
std::vector<cmark_node*> texts_outside_links(cmark_node* document) {
    std::vector<cmark_node*> texts;
    int links_open = 0;
    int raw_links_open = 0;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> nodes(cmark_iter_new(document), &cmark_iter_free);
    for (auto event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE; event = cmark_iter_next(nodes.get())) {
        cmark_node* node = cmark_iter_get_node(nodes.get());
        const cmark_node_type type = cmark_node_get_type(node);
        if (type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE) links_open += event == CMARK_EVENT_ENTER ? 1 : -1;
        if ((type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK) raw_links_open = 0;
        if (type == CMARK_NODE_HTML_INLINE) {
            raw_links_open = std::max(0, raw_links_open + links_opened_by(cmark_node_get_literal(node)));
        }
        if (type == CMARK_NODE_TEXT && links_open + raw_links_open == 0) texts.push_back(node);
    }
    return texts;
}

void insert_text(cmark_node* before, const std::string& literal) {
    if (literal.empty()) return;
    cmark_node* text = cmark_node_new_with_mem(CMARK_NODE_TEXT, MarkdownMemory::allocator());
    cmark_node_set_literal(text, literal.c_str());
    cmark_node_insert_before(before, text);
}

void insert_link(cmark_node* before, const std::string& url, const std::string& literal) {
    cmark_node* link = cmark_node_new_with_mem(CMARK_NODE_LINK, MarkdownMemory::allocator());
    cmark_node_set_url(link, url.c_str());
    cmark_node* text = cmark_node_new_with_mem(CMARK_NODE_TEXT, MarkdownMemory::allocator());
    cmark_node_set_literal(text, literal.c_str());
    cmark_node_append_child(link, text);
    cmark_node_insert_before(before, link);
}

void link_urls_of(cmark_node* node) {
    const std::string text = cmark_node_get_literal(node);
    std::size_t done = 0;
    while (const auto found = find_bare_url(text, done)) {
        insert_text(node, text.substr(done, found->begin - done));
        insert_link(node, found->url, text.substr(found->begin, found->end - found->begin));
        done = found->end;
    }
    if (done > 0) cmark_node_set_literal(node, text.c_str() + done);
}

}  // namespace

void link_bare_urls(cmark_node* document) {
    cmark_consolidate_text_nodes(document);  // "a_b" comes as three
    for (cmark_node* text : texts_outside_links(document)) link_urls_of(text);
}

}  // namespace tagwire::content
