#include "content/html_text.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

// Empty where the character may stand as it is.
constexpr std::string_view reference_for(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return {};
    }
}

template <class NeedsReference>
void append_escaped(std::string& html, std::string_view text, NeedsReference needs_reference) {
    auto copied = text.begin();
    for (auto at = std::find_if(copied, text.end(), needs_reference); at != text.end();
         at = std::find_if(copied, text.end(), needs_reference)) {
        html.append(copied, at).append(reference_for(*at));
        copied = at + 1;
    }
    html.append(copied, text.end());
}

}  // namespace

void append_escaped_text(std::string& html, std::string_view text) {
    append_escaped(html, text, [](char c) { return c == '&' || c == '<' || c == '>'; });
}

void append_escaped_attribute(std::string& html, std::string_view value) {
    append_escaped(html, value, [](char c) { return c == '&' || c == '<' || c == '>' || c == '"'; });
}

bool has_word(std::string_view list, std::string_view word) {
    while (!list.empty()) {
        const auto end = list.find(' ');
        if (list.substr(0, end) == word) return true;
        if (end == std::string_view::npos) break;
        list.remove_prefix(end + 1);
    }
    return false;
}

}  // namespace tagwire::content
