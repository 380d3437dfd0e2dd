#include "content/significance.hpp"

#include <algorithm>
#include <string>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;

void append_lines(std::string& text, std::string_view body) {
    const bool has_carriage_returns = body.find('\r') != npos;  // looking for one character is far faster
    std::size_t empty_lines = 0;
    bool first = true;
    while (!body.empty()) {
        const std::size_t end =
            std::min(has_carriage_returns ? body.find_first_of("\r\n") : body.find('\n'), body.size());
        const std::size_t last = body.substr(0, end).find_last_not_of(" \t");
        if (last == npos) {
            ++empty_lines;
        } else {
            text.append(first ? 0 : empty_lines + 1, '\n').append(body.substr(0, last + 1));
            empty_lines = 0;
            first = false;
        }
        const std::size_t ending = body.substr(end, 2) == "\r\n" ? 2 : 1;
        body.remove_prefix(std::min(end + ending, body.size()));
    }
}

}  // namespace

Fingerprint significance(const Metadata& metadata, std::string_view body, std::string_view site_url) {
    std::string_view link = metadata.link;
    if (link.starts_with(site_url)) link.remove_prefix(site_url.size());
    std::string text;
    text.reserve(metadata.title.size() + link.size() + body.size() + 2);
    text.append(metadata.title).append(1, '\0').append(link).append(1, '\0');
    append_lines(text, body);
    return fingerprint(text);
}

}  // namespace tagwire::content
