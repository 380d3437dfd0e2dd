#include "site/hexo_names.hpp"

#include "site/expression.hpp"
#include "site/hexo_permalink.hpp"
#include "site/hexo_slug.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string_view without_extension(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    const std::size_t slash = path.rfind('/');
    const bool has_extension = dot != npos && dot > 0 && (slash == npos || dot > slash + 1);
    return path.substr(0, has_extension ? dot : npos);
}

std::string segment(std::string_view token) {
    if (token == "year") return "(\\d{4})";
    if (token == "month" || token == "day") return "(\\d{2})";
    if (token == "i_month" || token == "i_day") return "(\\d{1,2})";
    if (token == "hash") return "([0-9a-f]{12})";
    return "(.+?)";
}

std::string escape(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("|\\{}()[]^$+*?.").find(c) != npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

std::optional<int> number(const HexoName& name, std::string_view key, std::string_view other_key) {
    auto found = name.values.find(key);
    if (found == name.values.end()) found = name.values.find(other_key);
    if (found == name.values.end()) return std::nullopt;
    int value = 0;
    std::from_chars(found->second.data(), found->second.data() + found->second.size(), value);
    return value;
}

std::optional<LocalTime> day_of(const HexoName& name) {
    const std::optional<int> year = number(name, "year", "year");
    const std::optional<int> month = number(name, "month", "i_month");
    const std::optional<int> day = number(name, "day", "i_day");
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return LocalTime(std::chrono::sys_days(date).time_since_epoch());
}

}  // namespace

HexoNamePattern::HexoNamePattern(std::string_view pattern) {
    std::string expression;
    std::vector<std::string> tokens;
    // Tokens are taken out first, as what is between them is escaped.
    std::string_view rest = without_extension(pattern);
    while (!rest.empty()) {
        const std::size_t colon = std::min(rest.find(':'), rest.size());
        expression += escape(rest.substr(0, colon));
        rest.remove_prefix(colon);
        if (rest.empty()) break;
        const std::size_t length = hexo_token_length(rest.substr(1));
        if (length > 0) {
            tokens.emplace_back(rest.substr(1, length));
            expression += segment(tokens.back());
        } else {
            expression += ':';
        }
        rest.remove_prefix(length + 1);
    }
    regex_ = read_expression(expression);
    if (regex_) tokens_ = std::move(tokens);
}

HexoName HexoNamePattern::read(std::string_view path) const {
    HexoName name;
    const std::string text(without_extension(path));
    std::smatch match;
    if (regex_ && std::regex_match(text, match, *regex_)) {
        for (std::size_t i = 0; i < tokens_.size(); ++i) name.values[tokens_[i]] = match[i + 1].str();
    }
    name.day = day_of(name);
    const auto title = name.values.find("title");
    name.slug = title != name.values.end() ? title->second : hexo_slug(text, HexoCase::as_written);
    for (const char* key : {"title", "year", "month", "day", "i_month", "i_day", "hash"}) name.values.erase(key);
    return name;
}

}  // namespace tagwire::site
