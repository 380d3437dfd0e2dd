// The cleaner reads a stream of events and writes at once, rather than filter a tree: what is not understood is never
// written, and no depth of nesting can exhaust the stack. As elements are left out, others come to stand where they may
// not (a paragraph within a paragraph), so the writer keeps its own stack of open elements and ends those that have to
// end.
#include "content/html_cleaner.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/uri.hpp"
#include "content/html_policy.hpp"
#include "content/html_reader.hpp"
#include "content/html_text.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::content {

namespace {

using Attributes = std::span<const HtmlAttribute>;

std::string_view value_of(std::string_view name, Attributes attributes) {
    const auto found = std::ranges::find(attributes, name, &HtmlAttribute::name);
    return found == attributes.end() ? std::string_view() : found->value;
}

bool has(std::string_view name, Attributes attributes) {
    return std::ranges::find(attributes, name, &HtmlAttribute::name) != attributes.end();
}

std::optional<std::string> if_of_characters(std::string_view value, std::string_view characters,
                                            std::size_t length_max) {
    const bool fits =
        !value.empty() && value.size() <= length_max && value.find_first_not_of(characters) == std::string_view::npos;
    return fits ? std::optional(std::string(value)) : std::nullopt;
}

std::optional<std::string> if_one_of(std::string_view words, std::string_view value) {
    const std::string word = lower_ascii(trim(value));
    return has_word(words, word) ? std::optional(word) : std::nullopt;
}

std::optional<std::string> url_value(std::string_view element, const HtmlAttribute& attribute,
                                     const PageAddress& page) {
    if (attribute.name == "href" || attribute.name == "cite") return safe_link(attribute.value, page);
    return element == "img" ? safe_image_url(attribute.value, page) : safe_media_url(attribute.value, page);
}

// The value to write; nothing where the attribute may not stay.
std::optional<std::string> cleaned_value(std::string_view element, const HtmlAttribute& attribute,
                                         const PageAddress& page) {
    switch (value_kind(attribute.name)) {
        case ValueKind::url: return url_value(element, attribute, page);
        case ValueKind::image_candidates: {
            std::string candidates = safe_image_candidates(attribute.value, page);
            return candidates.empty() ? std::nullopt : std::optional(std::move(candidates));
        }
        case ValueKind::number: return if_of_characters(trim(attribute.value), "-0123456789", 6);
        case ValueKind::alignment: return if_one_of("left center right justify", attribute.value);
        case ValueKind::direction: return if_one_of("ltr rtl auto", attribute.value);
        case ValueKind::language:
            return if_of_characters(trim(attribute.value),
                                    "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", 35);
        case ValueKind::flag: return std::string();
        case ValueKind::identifier:
            if (!is_footnote_id(attribute.value)) return std::nullopt;
            return std::string(page.id_prefix) + std::string(attribute.value);
        case ValueKind::text: break;
    }
    return std::string(attribute.value);
}

// Themes that load images late leave a placeholder, or nothing, where the address should be.
constexpr std::string_view late_sources[] = {"data-src", "data-original", "data-lazy-src", "data-actualsrc"};

std::vector<HtmlAttribute> with_late_source(Attributes attributes) {
    std::vector<HtmlAttribute> image(attributes.begin(), attributes.end());
    const std::string_view source = value_of("src", attributes);
    if (!source.empty() && scheme_of(trim(source)) != "data") return image;
    for (const std::string_view name : late_sources) {
        const std::string_view late = value_of(name, attributes);
        if (late.empty()) continue;
        std::erase_if(image, [](const HtmlAttribute& attribute) { return attribute.name == "src"; });
        image.insert(image.begin(), {"src", late});
        break;
    }
    return image;
}

class Cleaner final : public HtmlListener {
  public:
    explicit Cleaner(const PageAddress& page) : page_(page) {}

    void start_element(std::string_view name, Attributes attributes) override {
        ++depth_;
        if (dropped_from_ != 0) return;
        if (is_dropped_with_content(name)) {
            dropped_from_ = depth_;
            return;
        }
        if (name == "input") return write_task_box(attributes);
        const ElementRule* rule = find_element(name);
        if (rule == nullptr) return;
        if (name != "img") {
            write_start(*rule, attributes);
        } else if (!write_start(*rule, with_late_source(attributes))) {
            append_escaped_text(html_, value_of("alt", attributes));
        }
    }

    void end_element(std::string_view) override {
        if (dropped_from_ == depth_) dropped_from_ = 0;
        while (!open_.empty() && open_.back().depth >= depth_) close_last();
        --depth_;
    }

    void text(std::string_view text) override {
        if (dropped_from_ == 0) append_escaped_text(html_, text);
    }

    std::string finish() {
        close_to(0);
        return std::move(html_);
    }

  private:
    struct OpenElement {
        const ElementRule* rule;
        std::size_t depth;  // in the input
    };
    struct WrittenAttributes {
        std::string html;
        bool sufficient;  // has what the rule needs
    };

    // A task list's state has to be seen where there are no form controls.
    void write_task_box(Attributes attributes) {
        if (!equals_ignoring_ascii_case(value_of("type", attributes), "checkbox")) return;
        html_ += has("checked", attributes) ? "☑" : "☐";
    }

    bool write_start(const ElementRule& rule, Attributes attributes) {
        const WrittenAttributes written = write_attributes(rule, attributes);
        if (!written.sufficient) return false;
        if (open_.size() >= Limits{}.html_depth_max || !make_place_for(rule)) return false;
        html_.append("<").append(rule.written_as).append(written.html).append(">");
        if (!is_void(rule.written_as)) open_.push_back({&rule, depth_});
        return true;
    }

    WrittenAttributes write_attributes(const ElementRule& rule, Attributes attributes) const {
        WrittenAttributes written{"", rule.needs.empty()};
        for (const HtmlAttribute& attribute : attributes) {
            if (!has_word(rule.attributes, attribute.name) && !has_word("dir id lang", attribute.name)) continue;
            const auto value = cleaned_value(rule.name, attribute, page_);
            if (!value) continue;
            written.sufficient = written.sufficient || has_word(rule.needs, attribute.name);
            written.html.append(" ").append(attribute.name).append("=\"");
            append_escaped_attribute(written.html, *value);
            written.html += '"';
        }
        return written;
    }

    // Ends what may not be around the element; false if what must be around it is missing.
    bool make_place_for(const ElementRule& rule) {
        if (!rule.stands_in.empty()) {
            const auto container = nearest_container(rule);
            if (!container) return false;
            close_to(*container + 1);
        }
        while (const auto ended = element_ended_by(rule)) close_to(*ended);
        return true;
    }

    // A table is not left for a container around it.
    std::optional<std::size_t> nearest_container(const ElementRule& rule) const {
        for (std::size_t at = open_.size(); at-- > 0;) {
            if (has_word(rule.stands_in, open_[at].rule->written_as)) return at;
            if (open_[at].rule->written_as == "table") break;
        }
        return std::nullopt;
    }

    std::optional<std::size_t> element_ended_by(const ElementRule& rule) const {
        if (open_.empty()) return std::nullopt;
        if (has_word(rule.closes, open_.back().rule->written_as)) return open_.size() - 1;
        if (rule.flow == Flow::phrasing) return std::nullopt;
        std::size_t at = open_.size() - 1;
        while (at > 0 && open_[at].rule->flow == Flow::phrasing) --at;
        const std::string_view innermost_block = open_[at].rule->written_as;
        const bool ends = innermost_block == "p" || has_word(rule.closes, innermost_block);
        return ends ? std::optional(at) : std::nullopt;
    }

    void close_last() {
        html_.append("</").append(open_.back().rule->written_as).append(">");
        open_.pop_back();
    }
    void close_to(std::size_t count) {
        while (open_.size() > count) close_last();
    }

    const PageAddress page_;
    std::string html_;
    std::vector<OpenElement> open_;
    std::size_t depth_ = 0;
    std::size_t dropped_from_ = 0;  // the depth of the element that is left out; 0 outside of one
};

}  // namespace

Body clean_body(std::string_view html, const PageAddress& page) {
    const CleanText readable = clean_text(html);
    Cleaner cleaner(page);
    read_html(readable.text, cleaner);
    CleanText cleaned = clean_text(cleaner.finish());  // "&#xFDD0;" in, a noncharacter out
    return {std::move(cleaned.text), readable.dropped + cleaned.dropped};
}

std::string clean_html(std::string_view html, std::string_view base_url, std::string_view id_prefix) {
    return clean_body(html, {base_url, id_prefix}).html;
}

}  // namespace tagwire::content
