#include "content/original.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string http_url(std::string_view text) {
    std::string uri = to_uri(text).value_or("");
    return is_http_url(uri) ? uri : std::string();
}

std::string_view last_line(std::string_view body) {
    const std::string_view text = trim(body);
    return text.substr(text.find_last_of("\r\n") + 1);
}

// "原文：", "Source: "
bool is_label(std::string_view text) {
    constexpr std::size_t code_points_max = 20;
    const std::string_view label = trim(text);
    return label.empty() ||
           ((label.ends_with(':') || label.ends_with("：")) && count_code_points(label) <= code_points_max);
}

// CommonMark 0.31.2 §6.3: the destination stands in "<>", or has no blanks and its brackets balance; a title may
// follow.
std::string_view link_destination(std::string_view link) {
    if (!link.ends_with(')')) return {};
    link.remove_suffix(1);
    if (link.starts_with('<')) {
        const std::size_t end = link.find('>');
        return end == npos ? std::string_view() : link.substr(1, end - 1);
    }
    return link.substr(0, link.find_first_of(" \t"));
}

std::string url_of_link_line(std::string_view line) {
    const std::size_t opening = line.find('[');
    const std::size_t middle = line.find("](", opening == npos ? 0 : opening);
    if (opening == npos || middle == npos || !is_label(line.substr(0, opening))) return {};
    if (line.substr(0, opening).ends_with('!')) return {};
    const std::string_view destination = link_destination(line.substr(middle + 2));
    const bool is_one_link = line.find("](", middle + 2) == npos;
    return is_one_link ? http_url(destination) : std::string();
}

}  // namespace

std::string read_original(const Fields& fields, std::string_view body, const LinkBlog& options) {
    for (const std::string& key : options.keys) {
        const yaml::Value* value = fields.find(key);
        std::string url = value == nullptr ? std::string() : http_url(trim(value->scalar));
        if (!url.empty()) return url;
    }
    if (options.last_line == LinkBlog::LastLine::of_the_article) return {};
    return url_of_link_line(last_line(body));
}

}  // namespace tagwire::content
