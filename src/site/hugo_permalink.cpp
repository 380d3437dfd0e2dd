#include "site/hugo_permalink.hpp"

#include "site/permalink.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <optional>
#include <vector>

namespace tagwire::site {

namespace {

using Days = std::chrono::local_days;

constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                           "Thursday", "Friday", "Saturday"};

std::string two_digits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<std::string> date_value(std::string_view token, LocalTime date) {
    const Days day = std::chrono::floor<std::chrono::days>(date);
    const std::chrono::year_month_day ymd(day);
    const auto month = static_cast<unsigned>(ymd.month());
    const unsigned weekday = std::chrono::weekday(day).c_encoding();
    if (token == "year") return std::to_string(static_cast<int>(ymd.year()));
    if (token == "month") return two_digits(month);
    if (token == "monthname") return std::string(month_names[month - 1]);
    if (token == "day") return two_digits(static_cast<unsigned>(ymd.day()));
    if (token == "weekday") return std::to_string(weekday);
    if (token == "weekdayname") return std::string(weekday_names[weekday]);
    if (token == "yearday") return std::to_string((day - Days(ymd.year() / 1 / 1)).count() + 1);
    return std::nullopt;
}

std::vector<std::string_view> split_names(std::string_view folder) {
    std::vector<std::string_view> names;
    while (!folder.empty()) {
        const std::size_t slash = std::min(folder.find('/'), folder.size());
        names.push_back(folder.substr(0, slash));
        folder.remove_prefix(std::min(slash + 1, folder.size()));
    }
    return names;
}

// One bound of a slice: a number, "last", or nothing; at most `count`.
std::size_t bound(std::string_view text, std::size_t count, std::size_t absent) {
    if (text.empty()) return absent;
    if (text == "last") return count == 0 ? 0 : count - 1;
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return std::min(number, count);
}

// "[1:]", "[0]", "[last]", "[:last]": nothing is left of a slice that is out of bounds, where Hugo stops.
std::string slice(std::string_view folder, std::string_view brackets) {
    const std::vector<std::string_view> names = split_names(folder);
    const std::string_view range = brackets.substr(1, brackets.size() - 2);
    const std::size_t colon = range.find(':');
    const std::size_t begin = bound(range.substr(0, colon), names.size(), 0);
    const std::size_t end = colon == std::string_view::npos
                                ? std::min(begin + 1, names.size())
                                : bound(range.substr(colon + 1), names.size(), names.size());
    std::string joined;
    for (std::size_t i = begin; i < end; ++i) joined.append(i == begin ? "" : "/").append(names[i]);
    return joined;
}

// Hugo takes it for a URL, whose empty fragment goes: "Learning C#" is "learning-c".
std::string url_of(std::string_view text, HugoPathOptions options) {
    std::string url = sanitize_path(text, options);
    if (url.ends_with('#') && url.find('#') == url.size() - 1) url.pop_back();
    return url;
}

std::optional<std::string> token_value(std::string_view token, const HugoPageNames& page, HugoPathOptions options) {
    const std::string_view title_or_slug = page.slug.empty() ? page.title : page.slug;
    const std::string_view file_or_slug = page.slug.empty() ? page.file : page.slug;
    if (token == "section") return std::string(page.folder.substr(0, page.folder.find('/')));
    if (token == "sections") return std::string(page.folder);
    if (token.starts_with("sections[")) return slice(page.folder, token.substr(token.find('[')));
    if (token == "title") return url_of(page.title, options);
    if (token == "slug") return url_of(title_or_slug, options);
    // The names that end with "contentbasename" are those of later versions.
    if (token == "filename" || token == "contentbasename") return url_of(page.file, options);
    if (token == "slugorfilename" || token == "slugorcontentbasename") return url_of(file_or_slug, options);
    return date_value(token, page.date);
}

}  // namespace

std::string find_unknown_token(std::string_view pattern) {
    std::string unknown;
    const auto look = [&](std::string_view token) {
        auto value = token_value(token, {}, {});
        if (!value && unknown.empty()) unknown = token;
        return value;
    };
    (void)expand(pattern, look);
    return unknown;
}

std::string expand_hugo_permalink(std::string_view pattern, const HugoPageNames& page, HugoPathOptions options) {
    const auto value = [&](std::string_view token) { return token_value(token, page, options); };
    // Hugo takes the address for a query here: "C++" has become "C" and blanks.
    return unescape_query(expand(pattern, value));
}

}  // namespace tagwire::site
