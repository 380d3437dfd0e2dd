#include "content/front_matter.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t";

struct Line {
    std::string_view content;
    std::size_t length;  // with its end
};
Line first_line(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == npos) return {text, text.size()};
    const std::size_t ending = text.substr(end, 2) == "\r\n" ? 2 : 1;
    return {text.substr(0, end), end + ending};
}

bool is_blank_line(std::string_view line) { return line.find_first_not_of(blanks) == npos; }

bool is_delimiter(std::string_view line, std::string_view delimiter) {
    return line.starts_with(delimiter) && is_blank_line(line.substr(delimiter.size()));
}

// JSON begins `{"` or `{}`: "{%" and "{{" are templates.
bool opens_json(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    return next != npos && (text[next] == '"' || text[next] == '}');
}

struct Closer {
    std::size_t offset;       // of the closing line
    std::size_t body_offset;  // behind it
};

// Of a line that begins with `---`: further dashes and blanks are passed over, other text is the body's.
Closer close_with_dashes(std::string_view text, std::size_t offset, const Line& line) {
    const std::size_t rest = std::min(line.content.find_first_not_of('-'), line.content.size());
    const bool bare = is_blank_line(line.content.substr(rest));
    return {offset, std::min(text.size(), offset + (bare ? line.length : rest))};
}

// A `...` counts only when something other than a `---` follows.
std::optional<Closer> find_closer(std::string_view text) {
    std::optional<Closer> dots;
    for (std::size_t offset = 0; offset < text.size();) {
        const Line line = first_line(text.substr(offset));
        if (line.content.starts_with("---")) return close_with_dashes(text, offset, line);
        if (dots && !is_blank_line(line.content)) return dots;
        if (is_delimiter(line.content, "...")) dots = Closer{offset, offset + line.length};
        offset += line.length;
    }
    return dots;
}

yaml::Document refuse(std::string code, std::string_view file, std::size_t line, std::string message) {
    yaml::Document document;
    document.problems.push_back({Severity::error, std::move(code), std::string(file), line, 1, std::move(message)});
    return document;
}

yaml::Document parse_yaml(const FrontMatter& front_matter, std::string_view file, const Limits& limits) {
    if (!front_matter.closed) {
        return refuse("front-matter-unclosed", file, front_matter.opener_line,
                      "the front matter that opens here is not closed; end it with a line ---");
    }
    yaml::Document document = yaml::parse(front_matter.text, file, front_matter.opener_line + 1, limits);
    const yaml::Value& root = document.root;
    if (root.kind == yaml::Kind::map || root.kind == yaml::Kind::null) return document;
    return refuse("front-matter-value", file, root.mark.line,
                  "front matter must be keys and values, such as \"title: A day at sea\"");
}

}  // namespace

FrontMatter find_front_matter(std::string_view bytes, std::size_t octets_max) {
    std::size_t offset = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    FrontMatter found;
    while (offset < bytes.size()) {
        const Line line = first_line(bytes.substr(offset));
        if (!is_blank_line(line.content)) break;
        offset += line.length;
        ++found.opener_line;
    }
    offset = std::min(bytes.find_first_not_of(blanks, offset), bytes.size());
    const Line opener = first_line(bytes.substr(offset));
    if (is_delimiter(opener.content, "+++")) found.format = FrontMatterFormat::toml;
    if (opens_json(bytes.substr(offset))) found.format = FrontMatterFormat::json;
    if (!is_delimiter(opener.content, "---")) return found;

    found.format = FrontMatterFormat::yaml;
    const std::size_t start = offset + opener.length;
    if (const std::optional<Closer> closer = find_closer(bytes.substr(start, octets_max))) {
        found.closed = true;
        found.text = bytes.substr(start, closer->offset);
        found.body_offset = start + closer->body_offset;
    }
    return found;
}

yaml::Document parse_front_matter(const FrontMatter& front_matter, std::string_view file, const Limits& limits) {
    switch (front_matter.format) {
        case FrontMatterFormat::none: return {};
        case FrontMatterFormat::yaml: return parse_yaml(front_matter, file, limits);
        case FrontMatterFormat::toml:
            return refuse("front-matter-format", file, front_matter.opener_line,
                          "TOML front matter is not read; write it as YAML between two lines ---");
        case FrontMatterFormat::json:
            return refuse("front-matter-format", file, front_matter.opener_line,
                          "JSON front matter is not read; write it as YAML between two lines ---");
    }
    return {};
}

}  // namespace tagwire::content
