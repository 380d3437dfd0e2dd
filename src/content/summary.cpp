#include "base/limits.hpp"
#include "base/text.hpp"
#include "content/body.hpp"

#include <optional>

namespace tagwire::content {

namespace {

// Most articles show their first paragraph within these; the rest need not be rendered.
constexpr std::size_t first_look_bytes = 2 << 10;

constexpr auto npos = std::string_view::npos;

// "<!--more-->" as Hugo writes it, "<!-- more -->" as Hexo does.
std::optional<std::string_view> before_more_mark(std::string_view source, std::string_view separator) {
    const auto own = separator.empty() ? npos : source.find(separator);
    if (own != npos) return source.substr(0, own);
    for (auto at = source.find("<!--"); at != npos; at = source.find("<!--", at + 1)) {
        const auto end = source.find("-->", at + 4);
        if (end == npos) break;
        if (trim(source.substr(at + 4, end - at - 4)) == "more") return source.substr(0, at);
    }
    return std::nullopt;
}

// Half a line of markup reads badly.
std::string_view whole_lines(std::string_view source, std::size_t bytes_max) {
    if (source.size() <= bytes_max) return source;
    const auto end = source.rfind('\n', bytes_max);
    return source.substr(0, end == npos ? bytes_max : end);
}

// The paragraphs that end within the first look; empty where none does.
std::string_view first_look(std::string_view source, BodyFormat format) {
    const std::string_view end_mark = format == BodyFormat::html ? "</p>" : "\n\n";
    const auto end = source.substr(0, first_look_bytes).rfind(end_mark);
    return source.substr(0, end == npos ? 0 : end + end_mark.size());
}

// The lines after a part that may define what its "[text][label]" and "[^1]" mean; of footnotes without their text.
std::string definitions_after(std::size_t part_bytes, std::string_view source) {
    std::string definitions;
    for (auto at = source.find("\n[", part_bytes == 0 ? 0 : part_bytes - 1); at != npos;
         at = source.find("\n[", at + 1)) {
        const std::string_view line = source.substr(at + 1, source.find('\n', at + 1) - at - 1);
        const auto label_end = line.find("]:");
        if (label_end == npos) continue;
        definitions.append("\n").append(line.starts_with("[^") ? line.substr(0, label_end + 2) : line);
    }
    return definitions;
}

// `part` is the beginning of `source`.
std::string rendered(std::string_view part, std::string_view source, const SummaryOptions& summary) {
    BodyOptions options;
    options.format = summary.format;
    options.cjk_emphasis = summary.cjk_emphasis;
    options.base_url = "https://summary.invalid/";  // so that images stay images and do not show their text
    if (summary.format == BodyFormat::html || part.size() == source.size()) return render_body(part, options).html;
    return render_body(std::string(part) + "\n" + definitions_after(part.size(), source), options).html;
}

// In cleaned HTML paragraphs are not nested, and "<" stands for nothing but tags.
std::string first_paragraph_with_text(std::string_view html) {
    for (auto at = html.find("<p"); at != npos; at = html.find("<p", at + 1)) {
        if (html.substr(at, 3) != "<p>" && html.substr(at, 3) != "<p ") continue;
        const auto paragraph = html.substr(at, html.find("</p>", at) - at);
        if (std::string text = plain_text(paragraph); !text.empty()) return text;
    }
    return {};
}

std::string summary_text(std::string_view source, const SummaryOptions& options) {
    if (const auto introduction = before_more_mark(source, options.separator)) {
        if (std::string text = plain_text(rendered(*introduction, source, options)); !text.empty()) return text;
    }
    const std::string beginning = rendered(first_look(source, options.format), source, options);
    if (std::string text = first_paragraph_with_text(beginning); !text.empty()) return text;
    const std::string html = rendered(source, source, options);
    std::string text = first_paragraph_with_text(html);
    return text.empty() ? plain_text(html) : text;
}

}  // namespace

std::string summary_of(std::string_view source, const SummaryOptions& options) {
    return shorten(summary_text(whole_lines(source, Limits{}.summary_bytes_max), options), options.graphemes_max);
}

}  // namespace tagwire::content
