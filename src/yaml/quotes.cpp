#include "yaml/quotes.hpp"

#include "yaml/position.hpp"

#include <algorithm>

namespace tagwire::yaml {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::size_t indentation(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_key_char(char c) {
    return is_lower(c) || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// Whether a line is `key: …`. Prose may read "Note: …", so that a capital counts only where a quoted value follows.
bool looks_like_member(std::string_view line) {
    line.remove_prefix(indentation(line));
    const auto name_end = std::find_if_not(line.begin(), line.end(), is_key_char);
    const auto name_length = static_cast<std::size_t>(name_end - line.begin());
    const std::string_view rest = line.substr(name_length);
    if (name_length == 0 || rest.empty() || rest.front() != ':') return false;
    if (rest.size() > 1 && rest[1] != ' ') return false;
    const std::size_t value = rest.find_first_not_of(' ', 1);
    return is_lower(line.front()) || (value != npos && (rest[value] == '"' || rest[value] == '\''));
}

}  // namespace

std::size_t find_closing_quote(std::string_view text, std::size_t open) {
    const char quote = text[open];
    for (std::size_t at = open + 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '\\' && quote == '"') {
            ++at;
        } else if (c == quote) {
            const bool doubled = quote == '\'' && at + 1 < text.size() && text[at + 1] == quote;
            if (!doubled) return at;
            ++at;
        } else if (c == '\n') {
            const std::string_view line = line_around(text, at + 1);
            if (looks_like_member(line) && indentation(line) <= indentation(line_around(text, open))) return npos;
        }
    }
    return npos;
}

std::size_t find_unclosed_quote(std::string_view text, std::size_t from) {
    std::size_t open = text.find_first_of("\"'", from);
    while (open != npos) {
        const std::size_t close = find_closing_quote(text, open);
        if (close == npos) return open;
        open = text.find_first_of("\"'", close + 1);
    }
    return npos;
}

}  // namespace tagwire::yaml
