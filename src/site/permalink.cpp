#include "site/permalink.hpp"

#include <algorithm>

namespace tagwire::site {

namespace {

bool is_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// "sections[1:]", behind the colon.
std::size_t token_length(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_of_name);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (length == 0 || length == text.size() || text[length] != '[') return length;
    const std::size_t bracket = text.find_first_of("]/", length);
    return bracket == std::string_view::npos || text[bracket] == '/' ? length : bracket + 1;
}

}  // namespace

std::string expand(std::string_view pattern, const TokenValue& value) {
    std::string text;
    pattern = pattern.substr(0, pattern_bytes_max);
    while (!pattern.empty() && text.size() < path_bytes_max) {
        const std::size_t colon = std::min(pattern.find(':'), pattern.size());
        text += pattern.substr(0, colon);
        pattern.remove_prefix(colon);
        if (pattern.empty()) break;
        const std::size_t length = token_length(pattern.substr(1));
        const auto known = length == 0 ? std::nullopt : value(pattern.substr(1, length));
        const std::string_view part = known ? std::string_view(*known) : pattern.substr(0, length + 1);
        text += part.substr(0, path_bytes_max);
        pattern.remove_prefix(length + 1);
    }
    return text;
}

}  // namespace tagwire::site
