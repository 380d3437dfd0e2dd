#include "site/hexo_permalink.hpp"

#include "base/digest.hpp"
#include "site/calendar.hpp"
#include "site/hexo_slug.hpp"
#include "site/page_url.hpp"
#include "site/permalink.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::array<std::pair<std::string_view, const char*>, 8> date_tokens = {{{"year", "%Y"},
                                                                                  {"month", "%m"},
                                                                                  {"day", "%d"},
                                                                                  {"hour", "%H"},
                                                                                  {"minute", "%M"},
                                                                                  {"second", "%S"},
                                                                                  {"i_month", "%-m"},
                                                                                  {"i_day", "%-d"}}};

std::string hash_of(const HexoPage& page) {
    constexpr std::size_t hash_digits = 12;
    const auto seconds = std::chrono::floor<std::chrono::seconds>(page.published).time_since_epoch().count();
    return sha1_hex(page.slug + std::to_string(seconds)).substr(0, hash_digits);
}

std::string token_value(std::string_view token, const HexoPage& page) {
    if (token == "title") return page.slug;
    if (token == "name") return page.slug.substr(page.slug.rfind('/') + 1);
    if (token == "post_title") return hexo_slug(page.title, HexoCase::lower);
    if (token == "category") return page.category;
    if (token == "hash") return hash_of(page);
    const auto date =
        std::find_if(date_tokens.begin(), date_tokens.end(), [&](const auto& known) { return known.first == token; });
    if (date != date_tokens.end()) return format_local(page.date, date->second);
    return page.other(token).value_or("undefined");
}

}  // namespace

std::string hexo_path(std::string_view pattern, const HexoPage& page) {
    return expand(pattern, [&](std::string_view text) -> std::optional<std::string> {
        const std::size_t length = hexo_token_length(text);
        if (length == 0) return std::nullopt;
        return escape_text(token_value(text.substr(0, length), page)) + std::string(text.substr(length));
    });
}

std::size_t hexo_token_length(std::string_view text) {
    const auto is_of_token = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    };
    const auto end = std::find_if_not(text.begin(), text.end(), is_of_token);
    text = text.substr(0, static_cast<std::size_t>(end - text.begin()));
    return text.find_last_not_of('_') + 1;  // npos + 1 is 0
}

}  // namespace tagwire::site
