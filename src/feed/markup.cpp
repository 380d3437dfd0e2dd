#include "feed/markup.hpp"

#include "base/text.hpp"

namespace tagwire::feed {

namespace {

// What stands for an octet in markup; empty where it stands for itself.
std::string_view reference(char octet, Escaping escaping) {
    const bool rss_plain = escaping == Escaping::rss_plain;
    const bool attribute = escaping == Escaping::attribute;
    switch (octet) {
        case '&': return rss_plain ? "&#x26;" : "&amp;";
        case '<': return rss_plain ? "&#x3C;" : "&lt;";
        case '>': return rss_plain ? "&#x3E;" : "&gt;";
        case '"': return "&quot;";
        case '\'': return "&#39;";
        case '\t': return attribute ? "&#9;" : "";
        case '\n': return attribute ? "&#10;" : "";
        default: return "";
    }
}

}  // namespace

void append_escaped(std::string& markup, std::string_view text, Escaping escaping) {
    const std::string clean = clean_text(text).text;
    std::size_t written = 0;
    for (std::size_t i = 0; i < clean.size(); ++i) {
        const std::string_view instead = reference(clean[i], escaping);
        if (instead.empty()) continue;
        markup.append(clean, written, i - written).append(instead);
        written = i + 1;
    }
    markup.append(clean, written);
}

std::string escaped(std::string_view text, Escaping escaping) {
    std::string markup;
    markup.reserve(text.size());
    append_escaped(markup, text, escaping);
    return markup;
}

}  // namespace tagwire::feed
