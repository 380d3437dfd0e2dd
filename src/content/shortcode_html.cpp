#include "content/shortcode_html.hpp"

#include "base/uri.hpp"
#include "content/html_text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::content {

namespace {

struct Embed {
    std::string_view tag;
    std::string_view before;
    std::string_view first;  // the argument's key, if it has one
    std::string_view between = {};
    std::string_view second = {};
};

constexpr std::array<Embed, 5> embeds = {{{"youtube", "https://www.youtube.com/watch?v=", "id"},
                                          {"vimeo", "https://vimeo.com/", "id"},
                                          {"bilibili", "https://www.bilibili.com/video/", "id"},
                                          {"gist", "https://gist.github.com/", "user", "/", "id"},
                                          {"tweet", "https://twitter.com/", "user", "/status/", "id"}}};

constexpr std::array<std::pair<std::string_view, Enclosed>, 8> pairs = {{{"highlight", Enclosed::code},
                                                                         {"codeblock", Enclosed::code},
                                                                         {"code", Enclosed::code},
                                                                         {"blockquote", Enclosed::quotation},
                                                                         {"quote", Enclosed::quotation},
                                                                         {"raw", Enclosed::verbatim},
                                                                         {"verbatim", Enclosed::verbatim},
                                                                         {"comment", Enclosed::nothing}}};

std::string_view argument(const TagCall& call, std::string_view key, std::size_t place) {
    const std::string_view value = call.named(key);
    return value.empty() ? call.at_place(place) : value;
}

std::string link_to(const Embed& embed, const TagCall& call) {
    const std::string_view first = argument(call, embed.first, 0);
    const std::string_view second = embed.second.empty() ? std::string_view() : argument(call, embed.second, 1);
    const bool whole = embed.second.empty() || !second.empty() || first.find('/') != std::string_view::npos;
    if (first.empty() || !whole) return {};
    std::string url = std::string(embed.before) + encode_path(first);
    if (!second.empty()) url.append(embed.between).append(encode_segment(second));
    return "<a href=\"" + url + "\">" + url + "</a>";
}

// Hexo's `img` has class names before the address.
std::string_view address_of_image(const TagCall& call) {
    if (const std::string_view source = call.named("src"); !source.empty()) return source;
    const auto is_address = [](const TagArgument& candidate) {
        return candidate.key.empty() && candidate.value.find_first_of("./") != std::string_view::npos;
    };
    const auto found = std::find_if(call.arguments.begin(), call.arguments.end(), is_address);
    return found == call.arguments.end() ? std::string_view() : found->value;
}

std::string image(const TagCall& call) {
    const std::string_view source = address_of_image(call);
    if (source.empty()) return {};
    const std::string_view caption = call.named(call.named("caption").empty() ? "title" : "caption");
    std::string html = caption.empty() ? "<img src=\"" : "<figure><img src=\"";
    append_escaped_attribute(html, source);
    html += "\" alt=\"";
    append_escaped_attribute(html, call.named("alt"));
    html += "\">";
    if (caption.empty()) return html;
    html += "<figcaption>";
    append_escaped_text(html, caption);
    return html + "</figcaption></figure>";
}

std::string text_of_link(const TagCall& call) {
    std::string text;
    for (std::size_t place = 1; !call.at_place(place).empty(); ++place) {
        if (place > 1) text += ' ';
        append_escaped_text(text, call.at_place(place));
    }
    return text;
}

}  // namespace

std::string html_of(const TagCall& call) {
    if (call.closes) return {};
    if (has_word("figure img image asset_img", call.name)) return image(call);
    if (has_word("post_link asset_link", call.name)) return text_of_link(call);
    const auto* embed =
        std::find_if(embeds.begin(), embeds.end(), [&](const Embed& candidate) { return candidate.tag == call.name; });
    return embed == embeds.end() ? std::string() : link_to(*embed, call);
}

Enclosed enclosed_by(std::string_view tag_name) {
    const auto* found =
        std::find_if(pairs.begin(), pairs.end(), [&](const auto& candidate) { return candidate.first == tag_name; });
    return found == pairs.end() ? Enclosed::text : found->second;
}

}  // namespace tagwire::content
