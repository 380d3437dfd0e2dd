#include "site/python_pattern.hpp"

#include "site/expression.hpp"

#include <utility>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// The name of the group that opens at the beginning of `text`, "(?P<name>".
std::string_view group_name(std::string_view text) {
    if (!text.starts_with("(?P<")) return {};
    const std::size_t end = text.find('>');
    return end == npos ? std::string_view() : text.substr(4, end - 4);
}

}  // namespace

std::optional<PythonPattern> PythonPattern::read(std::string_view expression) {
    PythonPattern pattern;
    std::string plain;
    bool in_brackets = false;
    while (!expression.empty()) {
        const std::string_view name = in_brackets ? std::string_view() : group_name(expression);
        if (!name.empty()) {
            pattern.names_.emplace_back(name);
            plain += '(';
            expression.remove_prefix(name.size() + 5);
            continue;
        }
        const char c = expression.front();
        if (c == '[') in_brackets = true;
        if (c == ']') in_brackets = false;
        if (c == '(' && !in_brackets && !expression.starts_with("(?")) pattern.names_.emplace_back();
        const std::size_t length = c == '\\' && expression.size() > 1 ? 2 : 1;
        plain += expression.substr(0, length);
        expression.remove_prefix(length);
    }
    std::optional<std::regex> regex = read_expression(plain);
    if (!regex) return std::nullopt;
    pattern.regex_ = *std::move(regex);
    return pattern;
}

std::map<std::string, std::string, std::less<>> PythonPattern::match(const std::string& text) const {
    std::map<std::string, std::string, std::less<>> groups;
    std::smatch match;
    if (!std::regex_search(text, match, regex_, std::regex_constants::match_continuous)) return groups;
    for (std::size_t i = 0; i < names_.size() && i + 1 < match.size(); ++i) {
        if (!names_[i].empty() && match[i + 1].matched) groups[names_[i]] = match[i + 1].str();
    }
    return groups;
}

}  // namespace tagwire::site
