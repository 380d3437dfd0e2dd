#include "yaml/plain_map.hpp"

#include "base/text.hpp"
#include "yaml/escapes.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace tagwire::yaml {

namespace {

constexpr std::size_t depth_max = 8;
constexpr std::size_t key_octets_max = 128;
constexpr std::size_t keys_max = 64;  // each is compared with those before it

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_key_char(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '-'; }
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }
bool starts_code_point(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

// Far from all that YAML allows, but nothing that means something else to it.
bool starts_plain(char c) {
    const bool is_ascii = static_cast<unsigned char>(c) < 0x80;
    return !is_ascii || is_letter(c) || is_digit(c) || std::string_view("/.(_+$").find(c) != std::string_view::npos;
}

bool is_null(std::string_view plain) { return plain == "~" || plain == "null" || plain == "Null" || plain == "NULL"; }

bool is_plain_in_block(std::string_view text) {
    return starts_plain(text.front()) && text.back() != ':' && text.find(": ") == std::string_view::npos &&
           text.find(" #") == std::string_view::npos;
}

bool is_plain_in_flow(std::string_view text) {
    return !text.empty() && starts_plain(text.front()) &&
           text.find_first_of(":#?[]{}&*!|>%@`\"'") == std::string_view::npos;
}

void set_plain(Value& value, std::string_view text) {
    if (is_null(text)) return;
    value.kind = Kind::scalar;
    value.scalar = text;
}

std::string_view without_trailing_blanks(std::string_view text) {
    return text.substr(0, text.find_last_not_of(' ') + 1);
}

// These take the quoted text that `rest` begins with. False if it does not end in its line, or has an escape out of the
// ordinary.
bool take_single_quoted(std::string_view& rest, Value& value) {
    rest.remove_prefix(1);
    while (true) {
        const std::size_t quote = rest.find('\'');
        if (quote == std::string_view::npos) return false;
        value.scalar += rest.substr(0, quote);
        rest.remove_prefix(quote + 1);
        if (!rest.starts_with('\'')) return true;
        value.scalar += '\'';
        rest.remove_prefix(1);
    }
}

bool take_escape(std::string_view& rest, std::string& text) {
    constexpr std::string_view letters = "\"\\/ntr";
    constexpr std::string_view meanings = "\"\\/\n\t\r";
    if (rest.size() < 2) return false;
    if (const std::size_t known = letters.find(rest[1]); known != std::string_view::npos) {
        text += meanings[known];
        rest.remove_prefix(2);
        return true;
    }
    std::size_t length = 0;
    const std::optional<char32_t> code_point = read_unicode_escape(rest, length);
    if (!code_point || *code_point == 0) return false;
    append_utf8(text, *code_point);
    rest.remove_prefix(length);
    return true;
}

bool take_double_quoted(std::string_view& rest, Value& value) {
    rest.remove_prefix(1);
    while (true) {
        const auto* const stop = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '"' || c == '\\'; });
        if (stop == rest.end()) return false;
        value.scalar.append(rest.begin(), stop);
        rest.remove_prefix(static_cast<std::size_t>(stop - rest.begin()));
        if (rest.front() == '"') break;
        if (!take_escape(rest, value.scalar)) return false;
    }
    rest.remove_prefix(1);
    return true;
}

bool take_quoted(std::string_view& rest, Value& value) {
    value.kind = Kind::scalar;
    value.quoted = true;
    return rest.front() == '"' ? take_double_quoted(rest, value) : take_single_quoted(rest, value);
}

// Its functions return false where they give up.
class PlainReader {
  public:
    PlainReader(std::string_view text, std::size_t first_line) : rest_(text), line_number_(first_line) {}

    bool read(Value& root) { return next_line() && has_line_ && indentation_ == 0 && read_map(root, 1) && !has_line_; }

  private:
    // Goes to the next line that is neither blank nor a comment; has_line_ says whether there is one.
    bool next_line() {
        for (has_line_ = false; !rest_.empty(); ++line_number_) {
            const std::size_t end = std::min(rest_.find('\n'), rest_.size());
            line_ = rest_.substr(0, end);
            if (end < rest_.size() && line_.ends_with('\r')) line_.remove_suffix(1);
            rest_.remove_prefix(std::min(end + 1, rest_.size()));
            if (std::any_of(line_.begin(), line_.end(), is_control)) return false;
            line_ = without_trailing_blanks(line_);
            indentation_ = std::min(line_.find_first_not_of(' '), line_.size());
            has_line_ = !line_.empty() && line_[indentation_] != '#';
            if (!has_line_) continue;
            mark_line_ = line_number_++;
            return true;
        }
        return true;
    }

    [[nodiscard]] bool is_item() const { return has_line_ && line_.substr(indentation_).starts_with("- "); }

    bool read_map(Value& map, std::size_t depth) {
        const std::size_t indentation = indentation_;
        map.kind = Kind::map;
        map.mark = mark_at(indentation);
        while (has_line_ && indentation_ == indentation) {
            if (map.members.size() == keys_max || !read_member(map, depth)) return false;
        }
        return !has_line_ || indentation_ < indentation;
    }

    // The key that the line begins with; empty where that is not one plain word and a colon.
    [[nodiscard]] std::string_view key() const {
        const std::string_view rest = line_.substr(indentation_);
        const auto* const end = std::find_if_not(rest.begin(), rest.end(), is_key_char);
        const std::string_view word = rest.substr(0, static_cast<std::size_t>(end - rest.begin()));
        const bool is_key = rest.substr(word.size()).starts_with(':') && word.size() <= key_octets_max;
        return is_key && (is_letter(rest.front()) || rest.front() == '_') && !is_null(word) ? word : std::string_view();
    }

    bool read_member(Value& map, std::size_t depth) {
        const std::string_view name = key();
        if (name.empty() || map.find(name) != nullptr) return false;
        const std::size_t indentation = indentation_;
        const std::size_t colon = indentation + name.size();
        Member& member = map.members.emplace_back(Member{std::string(name), mark_at(indentation), {}});
        member.value.mark = member.mark;
        if (colon + 1 == line_.size()) return next_line() && read_below(member.value, indentation, depth);
        if (line_[colon + 1] != ' ') return false;
        if (!read_value(member.value, line_.find_first_not_of(' ', colon + 1))) return false;
        if (member.value.kind == Kind::null) member.value.mark = member.mark;
        return next_line();
    }

    // What stands in the lines below a key; nothing is null.
    bool read_below(Value& value, std::size_t key_indentation, std::size_t depth) {
        if (is_item() && indentation_ >= key_indentation) return read_list(value);
        if (!has_line_ || indentation_ <= key_indentation) return true;
        return depth < depth_max && read_map(value, depth + 1);
    }

    bool read_list(Value& list) {
        const std::size_t indentation = indentation_;
        list.kind = Kind::list;
        list.mark = mark_at(indentation);
        while (is_item() && indentation_ == indentation) {
            const std::size_t start = line_.find_first_not_of(' ', indentation + 1);
            if (!read_value(list.items.emplace_back(), start) || !next_line()) return false;
        }
        return !has_line_ || indentation_ <= indentation;
    }

    // The value that begins there and ends with the line.
    bool read_value(Value& value, std::size_t start) {
        value.mark = mark_at(start);
        std::string_view text = line_.substr(start);
        if (text.front() == '"' || text.front() == '\'') return take_quoted(text, value) && text.empty();
        if (text.front() == '[') return read_flow_list(value, start);
        if (text != "~" && !is_plain_in_block(text)) return false;
        set_plain(value, text);
        return true;
    }

    bool read_flow_list(Value& list, std::size_t start) {
        list.kind = Kind::list;
        if (line_.back() != ']') return false;
        std::string_view rest = line_.substr(start + 1);
        if (rest.substr(rest.find_first_not_of(' ')) == "]") return true;
        std::size_t column = list.mark.column + 1;
        while (true) {
            const std::string_view before = rest;
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
            Value& item = list.items.emplace_back();
            item.mark = {mark_line_, column + (before.size() - rest.size())};
            if (!take_flow_item(rest, item)) return false;
            const std::string_view read = before.substr(0, before.size() - rest.size() + 1);
            column += static_cast<std::size_t>(std::count_if(read.begin(), read.end(), starts_code_point));
            const char end = rest.front();
            rest.remove_prefix(1);
            if (end == ']') return rest.empty();
        }
    }

    // Leaves the "," or "]" behind the item in `rest`.
    static bool take_flow_item(std::string_view& rest, Value& item) {
        if (rest.starts_with('"') || rest.starts_with('\'')) {
            if (!take_quoted(rest, item)) return false;
            rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
        } else {
            const std::size_t end = std::min(rest.find_first_of(",]"), rest.size());
            const std::string_view text = without_trailing_blanks(rest.substr(0, end));
            if (!is_plain_in_flow(text)) return false;
            set_plain(item, text);
            rest.remove_prefix(end);
        }
        return rest.starts_with(',') || rest.starts_with(']');
    }

    // What stands before the first value of a line is ASCII.
    [[nodiscard]] Mark mark_at(std::size_t offset) const { return {mark_line_, offset + 1}; }

    std::string_view rest_;
    std::string_view line_;  // without its end and the blanks before it
    std::size_t line_number_;
    std::size_t mark_line_ = 0;
    std::size_t indentation_ = 0;
    bool has_line_ = false;
};

}  // namespace

std::optional<Value> read_plain_map(std::string_view text, std::size_t first_line, const Limits& limits) {
    const bool is_within_limits = text.size() < limits.yaml_nodes_max && depth_max + 1 < limits.yaml_depth_max;
    if (!is_within_limits || !is_utf8(text)) return std::nullopt;
    Value root;
    if (!PlainReader(text, first_line).read(root)) return std::nullopt;
    return root;
}

}  // namespace tagwire::yaml
