#include "content/front_matter.hpp"

#include "content/header_lines.hpp"
#include "content/line_cursor.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view blanks = " \t";

// Where front matter ends in a text that begins with it.
struct Closer {
    std::size_t offset;
    std::size_t body_offset;
};

bool is_delimiter(std::string_view line, std::string_view delimiter) {
    return line.starts_with(delimiter) && is_blank_line(line.substr(delimiter.size()));
}

// Of a line that begins with a delimiter: more of its kind and blanks are passed over, other text is the body's.
Closer close_at(const LineCursor& line) {
    const std::string_view content = line.content();
    const std::size_t rest = std::min(content.find_first_not_of(content.front()), content.size());
    const bool bare = is_blank_line(content.substr(rest));
    return {line.offset(), bare ? line.next_offset() : line.offset() + rest};
}

std::optional<Closer> find_delimiter(std::string_view text, std::string_view delimiter) {
    for (LineCursor line(text); line.next();) {
        if (line.content().starts_with(delimiter)) return close_at(line);
    }
    return std::nullopt;
}

// YAML's end: a `...` counts only when something other than a `---` follows.
std::optional<Closer> find_yaml_end(std::string_view text) {
    std::optional<Closer> dots;
    for (LineCursor line(text); line.next();) {
        if (line.content().starts_with("---")) return close_at(line);
        if (dots && !is_blank_line(line.content())) return dots;
        if (is_delimiter(line.content(), "...")) dots = Closer{line.offset(), line.next_offset()};
    }
    return dots;
}

// JSON begins `{"` or `{}`: "{%" and "{{" are templates.
bool opens_json(std::string_view text) {
    if (!text.starts_with('{')) return false;
    const std::size_t next = text.find_first_not_of(" \t\r\n", 1);
    return next != npos && (text[next] == '"' || text[next] == '}');
}

// The offset behind the brace that closes the first one; npos if there is none.
std::size_t find_json_end(std::string_view text) {
    std::size_t depth = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (in_string && c == '\\') {
            ++at;
        } else if (c == '"') {
            in_string = !in_string;
        } else if (!in_string && (c == '{' || c == '[')) {
            ++depth;
        } else if (!in_string && depth > 0 && (c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
    }
    return npos;
}

std::optional<Closer> find_json_closer(std::string_view text) {
    const std::size_t end = find_json_end(text);
    if (end == npos) return std::nullopt;
    LineCursor rest(text.substr(end));
    const bool bare = !rest.next() || is_blank_line(rest.content());
    return Closer{end, bare ? end + rest.next_offset() : end};
}

// Hexo's front matter without an opening line: anything may stand before a rule or below a heading, so that all of it
// must be keys and values.
std::optional<Closer> find_closer_of_map(std::string_view text, FrontMatterFormat& format) {
    LineCursor line(text);
    if (!line.next() || line.content().find(':') == npos) return std::nullopt;
    while (line.next()) {
        if (!line.content().starts_with("---") && !line.content().starts_with(";;;")) continue;
        format = line.content().front() == '-' ? FrontMatterFormat::yaml : FrontMatterFormat::json_members;
        const FrontMatter candidate{format, true, text.substr(0, line.offset())};
        const yaml::Document document = parse_front_matter(candidate, {}, {});
        if (has_error(document.problems) || document.root.kind != yaml::Kind::map) return std::nullopt;
        return close_at(line);
    }
    return std::nullopt;
}

// Looks for the front matter of one file.
class Search {
  public:
    Search(std::string_view bytes, const FrontMatterOptions& options) : bytes_(bytes), options_(options) {
        pass_over_blank_lines();
    }

    FrontMatter run() {
        LineCursor opener(bytes_.substr(content_));
        if (!opener.next()) return found_;
        const std::size_t next_line = content_ + opener.next_offset();
        if (is_delimiter(opener.content(), "---")) return between(FrontMatterFormat::yaml, next_line);
        if (is_delimiter(opener.content(), "+++")) return between(FrontMatterFormat::toml, next_line);
        if (opens_json(bytes_.substr(content_))) return json();
        if (options_.without_opener && is_delimiter(opener.content(), ";;;")) {
            return between(FrontMatterFormat::json_members, next_line);
        }
        if (options_.without_opener && without_opener()) return found_;
        if (options_.pelican_headers) header_lines();
        return found_;
    }

  private:
    void pass_over_blank_lines() {
        line_ = bytes_.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        start_ = line_;
        for (LineCursor line(within_limit(start_)); line.next() && is_blank_line(line.content());) {
            line_ = start_ + line.next_offset();
            ++found_.opener_line;
        }
        content_ = std::min(bytes_.find_first_not_of(blanks, line_), bytes_.size());
        found_.first_line = found_.opener_line;
    }

    [[nodiscard]] std::string_view within_limit(std::size_t offset) const {
        return bytes_.substr(offset, options_.octets_max);
    }

    FrontMatter between(FrontMatterFormat format, std::size_t offset) {
        found_.format = format;
        found_.first_line = found_.opener_line + 1;
        const std::string_view text = within_limit(offset);
        switch (format) {
            case FrontMatterFormat::yaml: close(offset, find_yaml_end(text)); break;
            case FrontMatterFormat::toml: close(offset, find_delimiter(text, "+++")); break;
            default: close(offset, find_delimiter(text, ";;;")); break;
        }
        return found_;
    }

    FrontMatter json() {
        found_.format = FrontMatterFormat::json;
        close(line_, find_json_closer(within_limit(line_)));
        return found_;
    }

    bool without_opener() {
        FrontMatterFormat format = FrontMatterFormat::none;
        const std::optional<Closer> closer = find_closer_of_map(within_limit(line_), format);
        if (!closer) return false;
        found_.format = format;
        close(line_, closer);
        return true;
    }

    void header_lines() {
        if (content_ != start_) return;
        const std::optional<HeaderLines> lines = find_header_lines(within_limit(start_));
        if (!lines) return;
        found_.format = FrontMatterFormat::header_lines;
        close(start_, Closer{lines->octets, lines->body_offset});
    }

    // `closer` counts from the offset at which the text of the front matter begins.
    void close(std::size_t offset, const std::optional<Closer>& closer) {
        if (!closer) return;
        found_.closed = true;
        found_.text = bytes_.substr(offset, closer->offset);
        found_.body_offset = offset + closer->body_offset;
    }

    std::string_view bytes_;
    const FrontMatterOptions& options_;
    FrontMatter found_;
    std::size_t start_ = 0;    // behind the byte order mark
    std::size_t line_ = 0;     // where the first line that is not blank begins,
    std::size_t content_ = 0;  // and what stands in it
};

yaml::Document refuse(std::string code, std::string_view file, std::size_t line, std::string message) {
    yaml::Document document;
    document.problems.push_back({Severity::error, std::move(code), std::string(file), line, 1, std::move(message)});
    return document;
}

std::string_view closing_line(FrontMatterFormat format) {
    switch (format) {
        case FrontMatterFormat::toml: return "a line +++";
        case FrontMatterFormat::json: return "the } that belongs to this {";
        case FrontMatterFormat::json_members: return "a line ;;;";
        default: return "a line ---";
    }
}

// Hexo leaves the braces out; some write them all the same.
yaml::Document parse_json_members(const FrontMatter& front_matter, std::string_view file, const Limits& limits) {
    const std::size_t first = front_matter.text.find_first_not_of(" \t\r\n");
    if (first != npos && front_matter.text[first] == '{') {
        return yaml::parse(front_matter.text, file, front_matter.first_line, limits);
    }
    const std::string braced = "{\n" + std::string(front_matter.text) + '}';  // in the line of the closing ;;;
    yaml::Document document = yaml::parse(braced, file, front_matter.first_line - 1, limits);
    for (Problem& problem : document.problems) problem.line = std::max(problem.line, front_matter.first_line);
    return document;
}

yaml::Document parse_text(const FrontMatter& front_matter, std::string_view file, const Limits& limits) {
    switch (front_matter.format) {
        case FrontMatterFormat::none: return {};
        case FrontMatterFormat::yaml:
        case FrontMatterFormat::json: return yaml::parse(front_matter.text, file, front_matter.first_line, limits);
        case FrontMatterFormat::json_members: return parse_json_members(front_matter, file, limits);
        case FrontMatterFormat::toml: return yaml::parse_toml(front_matter.text, file, front_matter.first_line, limits);
        case FrontMatterFormat::header_lines:
            return parse_header_lines(front_matter.text, file, front_matter.first_line);
    }
    return {};
}

}  // namespace

FrontMatter find_front_matter(std::string_view bytes, const FrontMatterOptions& options) {
    return Search(bytes, options).run();
}

yaml::Document parse_front_matter(const FrontMatter& front_matter, std::string_view file, const Limits& limits) {
    if (front_matter.format != FrontMatterFormat::none && !front_matter.closed) {
        return refuse("front-matter-unclosed", file, front_matter.opener_line,
                      "the front matter that opens here is not closed; end it with " +
                          std::string(closing_line(front_matter.format)));
    }
    yaml::Document document = parse_text(front_matter, file, limits);
    const yaml::Value& root = document.root;
    if (root.kind == yaml::Kind::map || root.kind == yaml::Kind::null) return document;
    return refuse("front-matter-value", file, root.mark.line,
                  "front matter must be keys and values, such as \"title: A day at sea\"");
}

}  // namespace tagwire::content
