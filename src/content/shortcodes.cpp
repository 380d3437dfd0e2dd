#include "content/shortcodes.hpp"

#include "base/text.hpp"
#include "content/code_finder.hpp"
#include "content/html_text.hpp"
#include "content/markdown_extras.hpp"
#include "content/shortcode_html.hpp"
#include "content/template_tag.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;

// A scheme that the cleaner lets no link have.
constexpr std::string_view unknown_address = "unknown:";

bool may_hold_any(std::string_view source) {
    return source.find('{') != npos || source.find("[[") != npos || has_markdown_extras(source);
}

class Expander {
  public:
    Expander(std::string_view source, BodyFormat format) : source_(source), format_(format), code_(source, format) {
        text_.reserve(source.size());
    }

    std::string expand() {
        while (at_ < source_.size()) {
            if (take_code() || take_tags() || take_extra()) continue;
            take_text();
        }
        return std::move(text_);
    }

  private:
    [[nodiscard]] std::string_view rest() const { return source_.substr(at_); }

    void copy(std::size_t octets) {
        text_.append(source_, at_, octets);
        at_ += octets;
    }

    // Up to where something else may begin.
    void take_text() {
        const std::size_t escaped = rest().starts_with('\\') && format_ == BodyFormat::markdown ? 2 : 1;
        copy(std::min(escaped, rest().size()));
        if (source_[at_ - 1] == '\n') return;
        copy(std::min(rest().find_first_of("\n`\\<{[!"), rest().size()));
    }

    bool take_code() {
        const std::size_t length = code_.length_at(at_);
        copy(length);
        return length > 0;
    }

    bool take_extra() {
        if (format_ != BodyFormat::markdown) return false;
        const auto extra = read_markdown_extra(source_, at_);
        if (!extra) return false;
        text_ += extra->text;
        at_ += extra->length;
        return true;
    }

    // Tags one behind the other, as together they may give the beginning of an address.
    bool take_tags() {
        if (!rest().starts_with('{') || is_tex_group()) return false;
        const bool gives_address = starts_address();
        const std::size_t begin = text_.size();
        const std::size_t line_begin = line_start();
        bool statements_only = true;
        std::size_t taken = 0;
        for (auto tag = read_template_tag(rest()); tag; tag = read_template_tag(rest())) {
            ++taken;
            statements_only = statements_only && tag->kind != TagKind::shortcode;
            take_tag(*tag);
        }
        if (taken == 0) return false;
        const bool empty = text_.size() == begin;
        if (empty && gives_address && !rest().starts_with('/')) text_ += unknown_address;
        if (rest().empty() || rest().starts_with('\n')) end_line(line_begin, empty && statements_only);
        return true;
    }

    // Where the present line begins in the text; npos if more than blanks stands in it already.
    [[nodiscard]] std::size_t line_start() const {
        const auto last = text_.find_last_not_of(" \t");
        if (last == npos) return 0;
        return text_[last] == '\n' ? last + 1 : npos;
    }

    // A line of nothing but statements goes as a whole: a blank line would end the HTML or table around it. Behind an
    // image that stands alone a blank line ends the HTML that it would begin (CommonMark §4.6).
    void end_line(std::size_t line_begin, bool vanishes) {
        if (line_begin == npos) return;
        if (!vanishes) {
            if (text_.ends_with('>')) text_ += '\n';
            return;
        }
        text_.resize(line_begin);
        at_ += rest().empty() ? 0 : 1;
    }

    // \frac{{a}}{b} and x^{{2a}}.
    [[nodiscard]] bool is_tex_group() const {
        if (!rest().starts_with("{{") || rest().size() < 3 || rest()[2] == ' ') return false;
        constexpr std::size_t command_octets_max = 32;
        const std::string_view before =
            std::string_view(text_).substr(text_.size() - std::min(text_.size(), command_octets_max));
        if (before.ends_with('^') || before.ends_with('_')) return true;
        const auto last = before.find_last_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        return last != npos && before[last] == '\\' && last + 1 < before.size();
    }

    [[nodiscard]] bool starts_address() const {
        static constexpr std::array<std::string_view, 7> before = {"](",     "](<",    "]: ",  "href=\"",
                                                                   "href='", "src=\"", "src='"};
        return std::any_of(before.begin(), before.end(), [&](std::string_view end) { return text_.ends_with(end); });
    }

    void take_tag(const TemplateTag& tag) {
        const std::string_view written = rest().substr(0, tag.length);
        at_ += tag.length;
        switch (tag.kind) {
            case TagKind::shown_shortcode:
                text_ += "{{";
                append_escaped_text(text_, written.substr(2, 1));
                text_ += tag.content;
                append_escaped_text(text_, written.substr(written.size() - 3, 1));
                text_ += "}}";
                return;
            case TagKind::expression: return take_expression(tag);
            case TagKind::shortcode:
            case TagKind::statement: return take_call(read_call(tag));
            case TagKind::comment: return;
        }
    }

    // Zola calls its shortcodes in expressions: {{ youtube(id="x") }}.
    void take_expression(const TemplateTag& tag) {
        const std::string_view text = leading_text(tag);
        text_ += text.empty() ? html_of(read_call(tag)) : std::string(text);
    }

    void take_call(const TagCall& call) {
        const Enclosed enclosed = enclosed_by(call.name);
        if (enclosed == Enclosed::quotation) {
            text_ += call.closes ? "\n\n</blockquote>\n\n" : "\n\n<blockquote>\n\n";
        } else if (enclosed == Enclosed::text || call.closes) {
            text_ += html_of(call);
        } else {
            take_pair(call.name, enclosed);
        }
    }

    void take_pair(std::string_view name, Enclosed enclosed) {
        const auto closer = find_closing_tag(name);
        if (!closer) return;
        std::string_view content = source_.substr(at_, closer->begin - at_);
        at_ = closer->end;
        if (enclosed == Enclosed::verbatim) text_ += content;
        if (enclosed != Enclosed::code) return;
        if (content.starts_with('\n')) content.remove_prefix(1);
        if (line_start() == npos) text_ += '\n';
        text_ += "<pre><code>";
        append_escaped_text(text_, content);
        text_ += "</code></pre>";
        if (!rest().empty() && rest().front() != '\n') text_ += '\n';
    }

    struct Span {
        std::size_t begin;
        std::size_t end;
    };

    std::optional<Span> find_closing_tag(std::string_view name) {
        if (std::find(unclosed_.begin(), unclosed_.end(), name) != unclosed_.end()) return std::nullopt;
        for (auto at = source_.find('{', at_); at != npos; at = source_.find('{', at + 1)) {
            const auto tag = read_template_tag(source_.substr(at));
            if (!tag || (tag->kind != TagKind::shortcode && tag->kind != TagKind::statement)) continue;
            const TagCall call = read_call(*tag);
            if (call.closes && call.name == name) return Span{at, at + tag->length};
        }
        unclosed_.push_back(name);
        return std::nullopt;
    }

    std::string_view source_;
    BodyFormat format_;
    CodeFinder code_;
    std::string text_;
    std::size_t at_ = 0;
    std::vector<std::string_view> unclosed_;  // names of tags that are not closed any more
};

}  // namespace

std::string without_shortcodes(std::string_view source, BodyFormat format) {
    if (!may_hold_any(source)) return std::string(source);
    return Expander(source, format).expand();
}

}  // namespace tagwire::content
