#include "content/markdown_tree.hpp"

#include "base/text.hpp"
#include "content/cjk.hpp"

#include <cmark-gfm.h>

#include <memory>
#include <string_view>
#include <vector>

namespace tagwire::content {

namespace {

bool is_written_without_blanks(char32_t c) { return is_cjk(c) && !is_hangul(c); }

char32_t last_code_point(std::string_view text) {
    std::size_t start = text.size() - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0) == 0x80) --start;
    text.remove_prefix(start);
    return take_code_point(text);
}

// Sees the leaves of the tree in the order of the text.
class SoftBreakFinder {
  public:
    void see_text(std::string_view text) {
        if (text.empty()) return;
        const char32_t last = last_code_point(text);
        if (break_ != nullptr && is_written_without_blanks(take_code_point(text))) found.push_back(break_);
        break_ = nullptr;
        follows_cjk_ = is_written_without_blanks(last);
    }
    void see_break(cmark_node* node) {
        if (follows_cjk_) break_ = node;
    }
    void see_other() {
        break_ = nullptr;
        follows_cjk_ = false;
    }

    std::vector<cmark_node*> found;

  private:
    cmark_node* break_ = nullptr;
    bool follows_cjk_ = false;
};

void show(SoftBreakFinder& finder, cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        finder.see_text(cmark_node_get_literal(node));
    } else if (type == CMARK_NODE_SOFTBREAK) {
        finder.see_break(node);
    } else if (type == CMARK_NODE_IMAGE || type == CMARK_NODE_LINEBREAK || type == CMARK_NODE_FOOTNOTE_REFERENCE ||
               (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_BLOCK) {
        finder.see_other();
    }  // emphasis, links and inline tags are looked through
}

}  // namespace

void join_soft_breaks(cmark_node* document) {
    SoftBreakFinder finder;
    const std::unique_ptr<cmark_iter, decltype(&cmark_iter_free)> nodes(cmark_iter_new(document), &cmark_iter_free);
    while (cmark_iter_next(nodes.get()) != CMARK_EVENT_DONE) show(finder, cmark_iter_get_node(nodes.get()));
    for (cmark_node* node : finder.found) cmark_node_free(node);
}

}  // namespace tagwire::content
