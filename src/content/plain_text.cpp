#include "base/text.hpp"
#include "content/body.hpp"
#include "content/html_policy.hpp"
#include "content/html_reader.hpp"

#include <algorithm>
#include <string>

namespace tagwire::content {

namespace {

bool names_footnote_reference(const HtmlAttribute& attribute) {
    std::string_view id = attribute.value;
    if (attribute.name == "href") {
        id.remove_prefix(std::min(id.find('#'), id.size()));
    } else if (attribute.name != "id") {
        return false;
    }
    return id.find("fnref-") != std::string_view::npos || id.find("fnref:") != std::string_view::npos;
}

bool separates_words(std::string_view name) {
    const ElementRule* rule = find_element(name);
    return name == "br" || (rule != nullptr && rule->flow == Flow::block);
}

class TextCollector final : public HtmlListener {
  public:
    void start_element(std::string_view name, std::span<const HtmlAttribute> attributes) override {
        ++depth_;
        // A footnote's number in the text, and the arrow back from the note, mean nothing without their links.
        const bool drops = is_dropped_with_content(name) || std::ranges::any_of(attributes, names_footnote_reference);
        if (drops && dropped_from_ == 0) dropped_from_ = depth_;
        if (separates_words(name)) collected += ' ';
    }
    void end_element(std::string_view name) override {
        if (dropped_from_ == depth_) dropped_from_ = 0;
        if (separates_words(name)) collected += ' ';
        --depth_;
    }
    void text(std::string_view text) override {
        if (dropped_from_ == 0) collected += text;
    }

    std::string collected;

  private:
    std::size_t depth_ = 0;
    std::size_t dropped_from_ = 0;  // the depth of the element that is left out; 0 outside of one
};

}  // namespace

std::string plain_text(std::string_view html) {
    TextCollector collector;
    read_html(clean_text(html).text, collector);
    return collapse_blanks(clean_text(collector.collected).text);
}

}  // namespace tagwire::content
