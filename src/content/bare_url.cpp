#include "content/bare_url.hpp"

#include "base/text.hpp"
#include "content/cjk.hpp"
#include "content/cjk_emphasis.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;

bool is_ascii_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

bool starts_with_ignoring_case(std::string_view text, std::string_view prefix) {
    return equals_ignoring_ascii_case(text.substr(0, prefix.size()), prefix);
}

bool ends_url(char32_t c) {
    const bool typographic = c >= 0x2010 && c <= 0x2027;  // dashes, quotes, ellipses
    return c <= ' ' || c == '<' || is_blank(c) || typographic || is_cjk(c) || c == emphasis_mark;
}

// GFM §6.9: punctuation at the end belongs to the sentence, and so does a parenthesis that the URL does not open.
std::size_t trimmed_length(std::string_view url) {
    auto unopened = std::count(url.begin(), url.end(), ')') - std::count(url.begin(), url.end(), '(');
    while (!url.empty()) {
        const char last = url.back();
        const bool closes_sentence = last == ')' && unopened-- > 0;
        if (!closes_sentence && std::string_view("?!.,:;*_~'\"").find(last) == npos) break;
        url.remove_suffix(1);
    }
    return url.size();
}

std::size_t url_length(std::string_view text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        std::string_view next = rest;
        if (ends_url(take_code_point(next))) break;
        rest = next;
    }
    return trimmed_length(text.substr(0, text.size() - rest.size()));
}

bool may_precede_www(char c) { return !is_ascii(c) || std::string_view(" \t\n*_~(").find(c) != npos; }

// `at` is where "http" or "www." may begin.
std::optional<BareUrl> url_at(std::string_view text, std::size_t at) {
    if (at > 0 && is_ascii_letter_or_digit(text[at - 1])) return std::nullopt;
    const std::string_view rest = text.substr(at);
    const bool www = starts_with_ignoring_case(rest, "www.");
    const bool http = starts_with_ignoring_case(rest, "http://") || starts_with_ignoring_case(rest, "https://");
    if (!www && !http) return std::nullopt;
    if (www && at > 0 && !may_precede_www(text[at - 1])) return std::nullopt;
    const std::size_t host = www ? 4 : rest.find("//") + 2;
    if (host == rest.size() || (is_ascii(rest[host]) && !is_ascii_letter_or_digit(rest[host]))) return std::nullopt;
    const std::size_t length = url_length(rest);
    if (length <= host) return std::nullopt;
    return BareUrl{at, at + length, (www ? "http://" : "") + std::string(rest.substr(0, length))};
}

std::optional<BareUrl> mail_address_around(std::string_view text, std::size_t at_sign, std::size_t from) {
    const auto is_local = [](char c) {
        return is_ascii_letter_or_digit(c) || std::string_view(".-_+").find(c) != npos;
    };
    const auto is_domain = [](char c) { return is_ascii_letter_or_digit(c) || c == '-' || c == '_' || c == '.'; };
    std::size_t begin = at_sign;
    while (begin > from && is_local(text[begin - 1])) --begin;
    std::size_t end = at_sign + 1;
    while (end < text.size() && is_domain(text[end])) ++end;
    while (text[end - 1] == '.') --end;
    const auto dot = text.substr(0, end).find('.', at_sign);
    const bool valid = begin < at_sign && dot != npos && dot > at_sign + 1 && is_ascii_letter_or_digit(text[end - 1]);
    if (!valid) return std::nullopt;
    return BareUrl{begin, end, "mailto:" + std::string(text.substr(begin, end - begin))};
}

bool may_begin_url(char c) { return c == 'h' || c == 'H' || c == 'w' || c == 'W' || c == '@'; }

}  // namespace

std::optional<BareUrl> find_bare_url(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size(); ++at) {
        if (!may_begin_url(text[at])) continue;
        auto found = text[at] == '@' ? mail_address_around(text, at, from) : url_at(text, at);
        if (found) return found;
    }
    return std::nullopt;
}

}  // namespace tagwire::content
