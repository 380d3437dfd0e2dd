#include "site/jekyll_permalink.hpp"

#include "base/text.hpp"
#include "site/calendar.hpp"
#include "site/page_url.hpp"
#include "site/permalink.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;

// strftime's formats of the tokens that are parts of the date.
constexpr std::array<std::pair<std::string_view, const char*>, 16> date_tokens = {{{"year", "%Y"},
                                                                                   {"short_year", "%y"},
                                                                                   {"month", "%m"},
                                                                                   {"i_month", "%-m"},
                                                                                   {"short_month", "%b"},
                                                                                   {"long_month", "%B"},
                                                                                   {"day", "%d"},
                                                                                   {"i_day", "%-d"},
                                                                                   {"y_day", "%j"},
                                                                                   {"short_day", "%a"},
                                                                                   {"long_day", "%A"},
                                                                                   {"week", "%V"},
                                                                                   {"w_year", "%G"},
                                                                                   {"w_day", "%u"},
                                                                                   {"hour", "%H"},
                                                                                   {"minute", "%M"}}};

std::string join_categories(const std::vector<std::string>& categories, std::string (*spell)(std::string_view)) {
    std::vector<std::string> spelled;
    for (const std::string& category : categories) {
        std::string text = spell(category);
        if (std::find(spelled.begin(), spelled.end(), text) == spelled.end()) spelled.push_back(std::move(text));
    }
    std::string joined;
    for (const std::string& text : spelled) joined.append(joined.empty() ? "" : "/").append(text);
    return joined;
}

std::string plain_slug(std::string_view text) { return jekyll_slug(text, JekyllSlug::plain); }

std::optional<std::string> date_value(std::string_view token, LocalTime date) {
    if (token == "second") return format_local(date, "%S");
    const auto found =
        std::find_if(date_tokens.begin(), date_tokens.end(), [&](const auto& known) { return known.first == token; });
    if (found == date_tokens.end()) return std::nullopt;
    return format_local(date, found->second);
}

std::optional<std::string> token_value(std::string_view token, const JekyllPage& page) {
    if (token == "title") return jekyll_slug(page.slug, JekyllSlug::pretty);
    if (token == "slug") return plain_slug(page.slug);
    if (token == "name") return plain_slug(page.basename);
    if (token == "path") return page.path;
    if (token == "collection") return page.collection;
    if (token == "output_ext") return page.output_ext;
    if (token == "categories") return join_categories(page.categories, lower_case);
    if (token == "slugified_categories") return join_categories(page.categories, plain_slug);
    return date_value(token, page.date);
}

// A token is lower case letters and "_", of which a last one may belong to what follows: ":year_:month", ":day2".
std::size_t token_length(std::string_view text) {
    const auto end =
        std::find_if_not(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
    return static_cast<std::size_t>(end - text.begin());
}

std::optional<std::string> value_with_rest(std::string_view text, const JekyllPage& page) {
    std::size_t length = token_length(text);
    std::optional<std::string> value = token_value(text.substr(0, length), page);
    if (!value && length > 0 && text[length - 1] == '_') value = token_value(text.substr(0, --length), page);
    if (!value) return std::nullopt;
    return escape_text(*value) + std::string(text.substr(length));
}

std::string replace_all(std::string_view text, std::string_view from, std::string_view to) {
    std::string replaced;
    for (std::size_t at = text.find(from); at != npos; at = text.find(from)) {
        replaced.append(text.substr(0, at)).append(to);
        text.remove_prefix(at + from.size());
    }
    return replaced.append(text);
}

std::string sanitize(std::string_view pattern_filled) {
    std::string path = replace_all(replace_all('/' + std::string(pattern_filled), "..", "/"), "./", "");
    const auto both_slashes = [](char a, char b) { return a == '/' && b == '/'; };
    path.erase(std::unique(path.begin(), path.end(), both_slashes), path.end());
    return path;
}

}  // namespace

std::string jekyll_path(std::string_view pattern, const JekyllPage& page) {
    return sanitize(expand(pattern, [&](std::string_view token) { return value_with_rest(token, page); }));
}

std::string unknown_jekyll_token(std::string_view pattern) {
    std::string unknown;
    static_cast<void>(expand(pattern, [&](std::string_view token) {
        std::optional<std::string> value = value_with_rest(token, {});
        if (!value && unknown.empty()) unknown = token;
        return value;
    }));
    return unknown;
}

std::string jekyll_slug(std::string_view text, JekyllSlug kind) {
    constexpr std::string_view kept_by_pretty = "._~!$&'()+,;=@";
    std::string slug;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        const bool kept_mark = c < 0x80 && kept_by_pretty.find(static_cast<char>(c)) != npos;
        if (is_letter_or_digit(c) || (kind == JekyllSlug::pretty && kept_mark)) {
            append_utf8(slug, c);
        } else if (!slug.ends_with('-')) {
            slug += '-';
        }
    }
    if (slug.starts_with('-')) slug.erase(0, 1);
    if (slug.ends_with('-')) slug.pop_back();
    return kind == JekyllSlug::plain ? lower_case(slug) : slug;
}

std::string jekyll_title(std::string_view slug) {
    std::string title;
    while (!slug.empty()) {
        const std::size_t end = std::min(slug.find('-'), slug.size());
        std::string_view word = slug.substr(0, end);
        slug.remove_prefix(std::min(end + 1, slug.size()));
        if (word.empty()) continue;
        if (!title.empty()) title += ' ';
        append_utf8(title, title_case(take_code_point(word)));
        title += lower_case(word);
    }
    return title;
}

}  // namespace tagwire::site
