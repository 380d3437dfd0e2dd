#include "site/python_literals.hpp"

#include "base/text.hpp"
#include "yaml/position.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t depth_max = 32;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_of_name(char c) { return is_small(c) || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '_'; }

// Literals of the Python reference §2.4 and §6.2, but for bytes and formatted strings.
class LiteralParser {
  public:
    LiteralParser(std::string_view program, yaml::PositionFinder& positions)
        : program_(program),
          positions_(positions) {}

    // The literal at `at`, if it is one and nothing else follows on its line; moves `at` behind it.
    std::optional<yaml::Value> statement(std::size_t& at) {
        at_ = at;
        std::optional<yaml::Value> literal = tuple_without_parentheses();
        skip_blanks();
        const bool ends = next() == '\n' || next() == '#' || next() == ';' || next() == '\0';
        at = at_;
        return literal && ends ? std::move(literal) : std::nullopt;
    }

  private:
    [[nodiscard]] char next(std::size_t offset = 0) const {
        return at_ + offset < program_.size() ? program_[at_ + offset] : '\0';
    }

    bool take(char c) {
        skip_blanks();
        if (next() != c) return false;
        ++at_;
        return true;
    }

    // Within brackets a line's end and a comment are blanks.
    void skip_blanks() {
        while (at_ < program_.size()) {
            const char c = next();
            if (c == '\\' && next(1) == '\n') {
                at_ += 2;
            } else if (depth_ > 0 && c == '#') {
                at_ = std::min(program_.find('\n', at_), program_.size());
            } else if (c == ' ' || c == '\t' || c == '\r' || (depth_ > 0 && c == '\n')) {
                ++at_;
            } else {
                return;
            }
        }
    }

    yaml::Value make(yaml::Kind kind) {
        skip_blanks();
        yaml::Value value;
        value.kind = kind;
        value.mark = positions_.at(std::min(at_, program_.size()));
        return value;
    }

    std::optional<yaml::Value> tuple_without_parentheses() {
        yaml::Value list = make(yaml::Kind::list);
        std::optional<yaml::Value> first = literal();
        if (!first || !take(',')) return first;
        list.items.push_back(*std::move(first));
        while (std::optional<yaml::Value> item = literal()) {
            list.items.push_back(*std::move(item));
            if (!take(',')) break;
        }
        return list;
    }

    std::optional<yaml::Value> literal() {
        skip_blanks();
        const char c = next();
        if (c == '[') return list(']');
        if (c == '{') return map_or_set();
        if (c == '(') return parenthesised();
        if (is_digit(c) || c == '-' || c == '.') return number();
        if (starts_string()) return strings();
        return word();
    }

    [[nodiscard]] bool starts_string() const {
        std::size_t prefix = 0;
        while (prefix < 2 && std::string_view("rRuU").find(next(prefix)) != npos && next(prefix) != '\0') ++prefix;
        return next(prefix) == '\'' || next(prefix) == '"';
    }

    // Strings that stand side by side are one.
    std::optional<yaml::Value> strings() {
        yaml::Value value = make(yaml::Kind::scalar);
        value.quoted = true;
        while (starts_string()) {
            if (!string(value.scalar)) return std::nullopt;
            skip_blanks();
        }
        return value;
    }

    bool string(std::string& text) {
        const std::size_t prefix = program_.find_first_of("'\"", at_) - at_;
        const bool raw = lower_ascii(program_.substr(at_, prefix)).find('r') != npos;
        at_ += prefix;
        const char quote = next();
        const std::string triple(3, quote);
        const bool is_long = program_.substr(at_, 3) == triple;
        const std::string_view end = is_long ? std::string_view(triple) : std::string_view(triple).substr(0, 1);
        at_ += end.size();
        while (at_ < program_.size()) {
            if (program_.substr(at_, end.size()) == end) {
                at_ += end.size();
                return true;
            }
            if (next() == '\n' && !is_long) return false;
            if (next() == '\\') {
                escape(text, raw);
            } else {
                text += program_[at_++];
            }
        }
        return false;
    }

    void escape(std::string& text, bool raw) {
        const char c = next(1);
        at_ += 2;
        if (raw) {
            text.append("\\").append(c == '\0' ? 0 : 1, c);
            return;
        }
        switch (c) {
            case 'n': text += '\n'; return;
            case 't': text += '\t'; return;
            case 'r': text += '\r'; return;
            case '\n': return;
            case '\\':
            case '\'':
            case '"': text += c; return;
            case 'x': return code_point(text, 2);
            case 'u': return code_point(text, 4);
            case 'U': return code_point(text, 8);
            case '\0': return;
            default: text.append("\\").append(1, c);
        }
    }

    void code_point(std::string& text, std::size_t digits) {
        char32_t value = 0;
        for (; digits > 0; --digits, ++at_) {
            const std::size_t digit = std::string_view("0123456789abcdef").find(static_cast<char>(next() | 0x20));
            if (digit == npos) return;
            value = value * 16 + static_cast<char32_t>(digit);
        }
        const bool is_character = value < 0xD800 || (value > 0xDFFF && value <= 0x10FFFF);
        append_utf8(text, is_character ? value : U'\uFFFD');
    }

    std::optional<yaml::Value> number() {
        yaml::Value value = make(yaml::Kind::scalar);
        if (next() == '-') value.scalar += program_[at_++];
        while (is_of_name(next()) || next() == '.') value.scalar += program_[at_++];
        const bool has_digit = std::any_of(value.scalar.begin(), value.scalar.end(), is_digit);
        return has_digit ? std::optional(std::move(value)) : std::nullopt;
    }

    std::optional<yaml::Value> word() {
        yaml::Value value = make(yaml::Kind::scalar);
        while (is_of_name(next())) value.scalar += program_[at_++];
        if (value.scalar == "None") value.kind = yaml::Kind::null;
        const bool known = value.scalar == "True" || value.scalar == "False" || value.scalar == "None";
        return known ? std::optional(std::move(value)) : std::nullopt;
    }

    std::optional<yaml::Value> list(char close) {
        yaml::Value value = make(yaml::Kind::list);
        if (!open()) return std::nullopt;
        while (!take(close)) {
            std::optional<yaml::Value> item = literal();
            if (!item) return std::nullopt;
            value.items.push_back(*std::move(item));
            if (take(',')) continue;
            if (!take(close)) return std::nullopt;
            break;
        }
        --depth_;
        return value;
    }

    // "(x)" is x; "(x,)" and "()" are tuples.
    std::optional<yaml::Value> parenthesised() {
        std::optional<yaml::Value> value = list(')');
        if (!value || value->items.size() != 1) return value;
        const std::size_t last = program_.find_last_not_of(" \t\r\n", at_ - 2);
        if (program_[last] == ',') return value;
        return std::move(value->items.front());
    }

    std::optional<yaml::Value> map_or_set() {
        yaml::Value value = make(yaml::Kind::map);
        if (!open()) return std::nullopt;
        while (!take('}')) {
            std::optional<yaml::Value> key = literal();
            if (!key) return std::nullopt;
            const yaml::Mark mark = key->mark;
            if (take(':')) {
                std::optional<yaml::Value> member = literal();
                if (!member) return std::nullopt;
                value.members.push_back({std::move(key->scalar), mark, *std::move(member)});
            } else {
                value.kind = yaml::Kind::list;
                value.items.push_back(*std::move(key));
            }
            if (take(',')) continue;
            if (!take('}')) return std::nullopt;
            break;
        }
        --depth_;
        return value;
    }

    bool open() {
        ++at_;
        return ++depth_ <= depth_max;
    }

    std::string_view program_;
    yaml::PositionFinder& positions_;
    std::size_t at_ = 0;
    std::size_t depth_ = 0;
};

// "NAME =" at the beginning of a line; moves `at` behind it.
std::string_view take_assignment(std::string_view program, std::size_t& at) {
    std::size_t end = at;
    while (end < program.size() && is_of_name(program[end])) ++end;
    const std::string_view name = program.substr(at, end - at);
    const bool is_setting =
        !name.empty() && !is_digit(name.front()) && std::none_of(name.begin(), name.end(), is_small);
    const std::size_t equals = program.find_first_not_of(" \t", end);
    if (!is_setting || equals == npos || program[equals] != '=' || program.substr(equals, 2) == "==") return {};
    at = equals + 1;
    return name;
}

}  // namespace

PythonSettings read_python_settings(std::string_view program) {
    PythonSettings settings;
    settings.root.kind = yaml::Kind::map;
    yaml::PositionFinder positions(program, 1);
    for (std::size_t line = 0; line < program.size();) {
        std::size_t at = line;
        const std::string_view name = take_assignment(program, at);
        if (!name.empty()) {
            const yaml::Mark mark = positions.at(line);
            if (std::optional<yaml::Value> value = LiteralParser(program, positions).statement(at)) {
                const yaml::Mark at_value = value->mark;
                settings.root.members.push_back({std::string(name), at_value, *std::move(value)});
            } else {
                settings.computed.emplace_back(name, mark);
            }
        }
        line = std::min(program.find('\n', std::min(at, program.size())), program.size() - 1) + 1;
    }
    return settings;
}

}  // namespace tagwire::site
