#include "yaml/encoding.hpp"
#include "yaml/position.hpp"
#include "yaml/value.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// Thrown while values are copied, and caught by parse_toml().
struct TooLarge {
    toml::source_position at;
};

Mark mark_at(const toml::source_position& position, std::size_t first_line) {
    return {first_line + std::max<std::size_t>(position.line, 1) - 1, std::max<std::size_t>(position.column, 1)};
}

// The offset behind the string that begins at `open`.
std::size_t string_end(std::string_view text, std::size_t open) {
    const char quote = text[open];
    const std::string three(3, quote);
    const bool is_long = text.substr(open).starts_with(three);
    for (std::size_t at = open + (is_long ? 3 : 1); at < text.size(); ++at) {
        if (text[at] == '\\' && quote == '"') {
            ++at;
        } else if (is_long && text.substr(at).starts_with(three)) {
            return at + three.size();
        } else if (!is_long && (text[at] == quote || text[at] == '\n')) {
            return at + 1;
        }
    }
    return text.size();
}

// The offset of what would make toml++ nest tables without bound (it destroys them recursively): a key of more than
// `depth_max` parts, or as many brackets in each other. npos if there is none.
std::size_t find_too_deep(std::string_view text, std::size_t depth_max) {
    std::size_t dots = 0;
    std::size_t brackets = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        switch (text[at]) {
            case '"':
            case '\'': at = string_end(text, at) - 1; break;
            case '#': at = std::min(text.find('\n', at), text.size()) - 1; break;
            case '.': ++dots; break;
            case '[':
            case '{': ++brackets; break;
            case ']':
            case '}': brackets -= brackets == 0 ? 0 : 1; break;
            case '=':
            case ',':
            case '\n': dots = 0; break;
            default: break;
        }
        if (dots > depth_max || brackets > depth_max) return at;
    }
    return npos;
}

// From toml++'s lines and columns, which count code points, to octets.
class SourceText {
  public:
    explicit SourceText(std::string_view text) : text_(text) {
        lines_.push_back(0);
        for (std::size_t at = 0; at < text.size(); ++at) {
            if ((static_cast<unsigned char>(text[at]) & 0xC0) != 0x80) code_points_.push_back(at);
            if (text[at] == '\n') lines_.push_back(code_points_.size());
        }
    }

    [[nodiscard]] std::string_view between(const toml::source_region& region) const {
        const std::size_t begin = offset(region.begin);
        return text_.substr(begin, std::max(offset(region.end), begin) - begin);
    }

  private:
    [[nodiscard]] std::size_t offset(const toml::source_position& position) const {
        if (position.line == 0 || position.line > lines_.size()) return text_.size();
        const std::size_t code_point = lines_[position.line - 1] + std::max<std::size_t>(position.column, 1) - 1;
        return code_point < code_points_.size() ? code_points_[code_point] : text_.size();
    }

    std::string_view text_;
    std::vector<std::size_t> code_points_;  // where each begins
    std::vector<std::size_t> lines_;        // the index of each line's first code point
};

// toml++'s nodes as Values.
class Copier {
  public:
    Copier(std::string_view text, std::size_t first_line, const Limits& limits)
        : source_(text),
          first_line_(first_line),
          limits_(limits) {}

    Value copy(const toml::node& node, std::size_t depth) {
        if (++nodes_ > limits_.yaml_nodes_max || depth > limits_.yaml_depth_max) throw TooLarge{node.source().begin};
        Value value;
        value.mark = mark(node.source().begin);
        if (const toml::table* table = node.as_table()) {
            copy_members(value, *table, depth);
        } else if (const toml::array* array = node.as_array()) {
            value.kind = Kind::list;
            for (const toml::node& item : *array) value.items.push_back(copy(item, depth + 1));
        } else {
            copy_scalar(value, node);
        }
        return value;
    }

  private:
    void copy_members(Value& map, const toml::table& table, std::size_t depth) {
        map.kind = Kind::map;
        for (auto&& [key, node] : table) {
            map.members.push_back({std::string(key.str()), mark(key.source().begin), copy(node, depth + 1)});
        }
        // toml++ sorts them by name.
        std::stable_sort(map.members.begin(), map.members.end(), [](const Member& a, const Member& b) {
            return std::pair(a.mark.line, a.mark.column) < std::pair(b.mark.line, b.mark.column);
        });
    }

    void copy_scalar(Value& value, const toml::node& node) {
        value.kind = Kind::scalar;
        value.quoted = node.is_string();
        value.scalar = value.quoted ? std::string_view(node.as_string()->get()) : source_.between(node.source());
    }

    [[nodiscard]] Mark mark(const toml::source_position& position) const { return mark_at(position, first_line_); }

    SourceText source_;
    std::size_t first_line_;
    const Limits& limits_;
    std::size_t nodes_ = 0;
};

// toml++ counts LF and CR LF as ends of lines, not CR alone.
std::string with_line_feeds(std::string_view text) {
    std::string result(text);
    for (std::size_t at = result.find('\r'); at != npos; at = result.find('\r', at + 1)) {
        if (at + 1 == result.size() || result[at + 1] != '\n') result[at] = '\n';
    }
    return result;
}

// "Error while parsing date: expected month between 1 and 12 (inclusive), saw 13" in words that help.
std::string explain(std::string_view description) {
    const auto says = [&](std::string_view words) { return description.find(words) != npos; };
    if (says("cannot redefine")) return "this key or table stands here a second time; remove one of the two";
    if (says("parsing string") && (says("control character") || says("end-of-file"))) {
        return "the text in quotation marks does not end in its line; close it, or use three marks at both ends";
    }
    if (says("escape")) return R"(there is no such escape; write \\ for a backslash, or put the text in single quotes)";
    if (says("end-of-file")) return "the front matter ends within a value; write it out, and close each [ and {";
    if (says("could not determine value type") || says("parsing boolean")) {
        return "this is no value of TOML; put text in double quotes";
    }
    if (says("expected '='")) return "a key must be followed by = and its value; write title = \"A day at sea\"";
    if (says("leading zeroes")) return "a number cannot begin with 0; put it in double quotes if it is text";
    if (says("parsing date") || says("parsing time")) {
        return "this is no date of TOML; write 2025-02-10T22:04:13+08:00, or put it in double quotes";
    }
    description.remove_prefix(
        std::min(description.find_first_not_of(' ', description.find(':') + 1), description.size()));
    return "this is not TOML (" + std::string(description) + "); write title = \"A day at sea\"";
}

class TomlParsing {
  public:
    TomlParsing(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits)
        : text_(with_line_feeds(text)),
          file_(file),
          first_line_(first_line),
          limits_(limits) {}

    Document run() {
        if (is_readable()) read();
        return std::move(document_);
    }

  private:
    bool is_readable() {
        if (std::optional<Problem> error = find_encoding_error(text_, file_, first_line_)) {
            document_.problems.push_back(std::move(*error));
        } else if (const std::size_t deep = find_too_deep(text_, limits_.yaml_depth_max); deep != npos) {
            refuse_as_too_large(PositionFinder(text_, first_line_).at(deep));
        }
        return document_.problems.empty();
    }

    void read() {
        try {
            document_.root = Copier(text_, first_line_, limits_).copy(toml::parse(std::string_view(text_)), 0);
        } catch (const toml::parse_error& error) {
            refuse(mark_at(error.source().begin, first_line_), "toml-syntax", explain(error.description()));
        } catch (const TooLarge& refusal) {
            refuse_as_too_large(mark_at(refusal.at, first_line_));
        }
    }

    void refuse_as_too_large(const Mark& at) {
        refuse(at, "toml-too-large",
               "there are more than " + std::to_string(limits_.yaml_nodes_max) + " values, or more than " +
                   std::to_string(limits_.yaml_depth_max) + " lists and tables in each other; write fewer of them");
    }

    void refuse(const Mark& at, std::string code, std::string message) {
        document_.problems.push_back(
            {Severity::error, std::move(code), std::string(file_), at.line, at.column, std::move(message)});
    }

    std::string text_;
    std::string_view file_;
    std::size_t first_line_;
    const Limits& limits_;
    Document document_;
};

}  // namespace

Document parse_toml(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits) {
    return TomlParsing(text, file, first_line, limits).run();
}

}  // namespace tagwire::yaml
