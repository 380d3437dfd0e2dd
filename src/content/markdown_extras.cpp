#include "content/markdown_extras.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t octets_max = 1024;

std::string_view line_of(std::string_view text) { return text.substr(0, text.find('\n')); }

// "[[page]]", "[[page|text]]"; not "[[1]](#note)" nor "[[ -f x ]]".
std::optional<MarkdownExtra> wiki_link(std::string_view text) {
    const std::string_view line = line_of(text.substr(2, octets_max));
    const auto end = line.find_first_of("[]");
    if (end == npos || end == 0 || !line.substr(end).starts_with("]]")) return std::nullopt;
    const std::string_view after = text.substr(end + 4, 1);
    if (after == "(" || after == "[" || after == ":" || line.front() == ' ') return std::nullopt;
    const std::string_view link = line.substr(0, end);
    if (link.find_first_not_of("0123456789") == npos) return std::nullopt;
    const auto bar = link.find('|');
    return MarkdownExtra{end + 4, link.substr(bar == npos ? 0 : bar + 1)};
}

std::optional<MarkdownExtra> embedded_file(std::string_view text) {
    const auto link = wiki_link(text.substr(1));
    if (!link) return std::nullopt;
    return MarkdownExtra{link->length + 1, {}};
}

// `{#id}`, `{.class}`, `{: .class}`; not TeX's `{#1}` and `{:,i}`.
bool is_marked_list(std::string_view list) {
    const auto first = static_cast<unsigned char>(list[2]);
    const bool letter = (first | 0x20) >= 'a' && (first | 0x20) <= 'z';
    const bool names = letter || first >= 0x80 || first == '_';
    if (list[1] == ':') return names || first == ' ' || first == '.' || first == '#';
    return names && (list[1] == '#' || list[1] == '.');
}

// At the end of a line, or directly behind what they are for: `![x](a.png){width=9}`.
std::optional<MarkdownExtra> attribute_list(std::string_view source, std::size_t at) {
    const std::string_view line = line_of(source.substr(at, octets_max));
    const auto end = line.find('}', 1);
    if (end == npos || end < 3 || line.find('{', 1) < end) return std::nullopt;
    const char before = at == 0 ? '\n' : source[at - 1];
    const bool behind_link = before == ')' || before == ']';
    const bool assigns = behind_link && line.find('=') < end;
    const bool ends_line = trim(line.substr(end + 1)).empty();
    const bool marked = (behind_link || before == '*' || before == '`' || ends_line) && is_marked_list(line);
    return assigns || marked ? std::optional(MarkdownExtra{end + 1, {}}) : std::nullopt;
}

// A tag with a component's name and "{": CommonMark takes most of them for text. Others are the cleaner's business.
std::optional<MarkdownExtra> jsx_tag(std::string_view text) {
    if (text.size() < 2 || text[1] < 'A' || text[1] > 'Z') return std::nullopt;
    text = text.substr(0, octets_max);
    std::size_t depth = 0;
    bool has_expression = false;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '{') {
            ++depth;
            has_expression = true;
        } else if (c == '}' && depth > 0) {
            --depth;
        } else if (depth == 0 && c == '>') {
            return has_expression ? std::optional(MarkdownExtra{at + 1, {}}) : std::nullopt;
        } else if ((depth == 0 && c == '<') || text.substr(at).starts_with("\n\n")) {
            return std::nullopt;
        }
    }
    return std::nullopt;
}

bool is_import(std::string_view line) {
    const auto quote = line.starts_with("import ") ? line.find_first_of("\"'", 7) : npos;
    if (quote == npos) return false;
    const std::string_view before = trim(line.substr(7, quote - 7));
    const std::string_view last = line.substr(line.find_last_not_of("; \t"), 1);
    return (before.empty() || before.ends_with("from")) && (last == "\"" || last == "'");
}

bool is_export(std::string_view line) {
    static constexpr std::array<std::string_view, 5> kinds = {"export const ", "export let ", "export default ",
                                                              "export function ", "export {"};
    const bool declares =
        std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return line.starts_with(kind); });
    return declares && line.find_first_of("=({;") != npos;
}

bool is_table_of_contents(std::string_view line) {
    if (!line.starts_with('[')) return false;
    static constexpr std::array<std::string_view, 3> marks = {"[toc]", "[[toc]]", "[[_toc_]]"};
    return std::any_of(marks.begin(), marks.end(),
                       [&](std::string_view mark) { return equals_ignoring_ascii_case(trim(line), mark); });
}

std::optional<MarkdownExtra> extra_line(std::string_view text) {
    const std::string_view line = line_of(text);
    if (line.empty()) return std::nullopt;
    if (is_export(line)) return MarkdownExtra{std::min(text.find("\n\n"), text.size()), {}};
    const bool goes = line.starts_with(":::") || is_table_of_contents(line) || is_import(line) ||
                      text.substr(line.size()).starts_with("\n{:toc");  // kramdown replaces the item before it
    return goes ? std::optional(MarkdownExtra{line.size(), {}}) : std::nullopt;
}

}  // namespace

std::optional<MarkdownExtra> read_markdown_extra(std::string_view source, std::size_t at) {
    const std::string_view text = source.substr(at);
    if (at == 0 || source[at - 1] == '\n') {
        if (const auto extra = extra_line(text)) return extra;
    }
    if (text.starts_with("[[")) return wiki_link(text);
    if (text.starts_with("![[")) return embedded_file(text);
    if (text.starts_with('{')) return attribute_list(source, at);
    return text.starts_with('<') ? jsx_tag(text) : std::nullopt;
}

bool has_markdown_extras(std::string_view source) {
    static constexpr std::array<std::string_view, 4> starts = {":::", "import ", "export ", "[toc]"};
    return std::any_of(starts.begin(), starts.end(),
                       [&](std::string_view start) {
                           for (auto at = source.find(start); at != npos; at = source.find(start, at + 1)) {
                               if (at == 0 || source[at - 1] == '\n') return true;
                           }
                           return false;
                       }) ||
           source.find("[TOC]") != npos;
}

}  // namespace tagwire::content
