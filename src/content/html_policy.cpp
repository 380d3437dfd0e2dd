#include "content/html_policy.hpp"

#include "content/html_text.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace tagwire::content {

namespace {

constexpr auto phrasing = Flow::phrasing;
constexpr auto block = Flow::block;

constexpr std::string_view change = "cite datetime";

// Sorted by name. `closes` covers what libxml2 closes by itself, so that cleaning what was cleaned changes nothing.
constexpr ElementRule elements[] = {
    {"a", "a", phrasing, "href title hreflang", "a", {}, "href id"},
    {"abbr", "abbr", phrasing, "title"},
    {"acronym", "abbr", phrasing, "title"},
    {"address", "div", block},
    {"article", "div", block},
    {"aside", "div", block},
    {"audio", "audio", phrasing, "src controls"},
    {"b", "b"},
    {"bdi", "bdi"},
    {"bdo", "bdo"},
    {"blockquote", "blockquote", block, "cite"},
    {"br", "br"},
    {"caption", "caption", block, {}, {}, "table"},
    {"center", "div", block},
    {"cite", "cite"},
    {"code", "code"},
    {"dd", "dd", block, {}, "dd dt pre"},
    {"del", "del", phrasing, change},
    {"details", "details", block, "open"},
    {"dfn", "dfn", phrasing, "title"},
    {"dir", "ul", block, {}, "ol pre"},
    {"div", "div", block},
    {"dl", "dl", block, {}, "dt pre"},
    {"dt", "dt", block, {}, "dd dt pre"},
    {"em", "em"},
    {"fieldset", "div", block},
    {"figcaption", "figcaption", block},
    {"figure", "figure", block},
    {"footer", "div", block},
    {"form", "div", block},
    {"h1", "h1", block},
    {"h2", "h2", block},
    {"h3", "h3", block},
    {"h4", "h4", block},
    {"h5", "h5", block},
    {"h6", "h6", block},
    {"header", "div", block},
    {"hgroup", "div", block},
    {"hr", "hr", block},
    {"i", "i"},
    {"img", "img", phrasing, "src srcset sizes alt title width height", {}, {}, "src"},
    {"ins", "ins", phrasing, change},
    {"kbd", "kbd"},
    {"legend", "div", block},
    {"li", "li", block, "value", "dl h1 h2 h3 h4 h5 h6 li pre"},
    {"main", "div", block},
    {"mark", "mark"},
    {"menu", "ul", block, {}, "ol pre"},
    {"nav", "div", block},
    {"ol", "ol", block, "start reversed type", "ul"},
    {"p", "p", block, {}, "b h1 h2 h3 h4 h5 h6 i s small u"},
    {"picture", "picture"},
    {"pre", "pre", block, {}, "ul"},
    {"q", "q", phrasing, "cite"},
    {"rp", "rp"},
    {"rt", "rt"},
    {"ruby", "ruby"},
    {"s", "s"},
    {"samp", "samp"},
    {"section", "div", block},
    {"small", "small"},
    {"source", "source", phrasing, "src srcset sizes media type", {}, "audio picture video", "src srcset"},
    {"span", "span", phrasing, {}, {}, {}, "dir id lang"},
    {"strike", "s"},
    {"strong", "strong"},
    {"sub", "sub"},
    {"summary", "summary", block},
    {"sup", "sup"},
    {"table", "table", block, {}, "a h1 h2 h3 h4 h5 h6 pre"},
    {"tbody", "tbody", block, {}, {}, "table"},
    {"td", "td", block, "align colspan rowspan", {}, "tr"},
    {"tfoot", "tfoot", block, {}, {}, "table"},
    {"th", "th", block, "abbr align colspan rowspan scope", {}, "tr"},
    {"thead", "thead", block, {}, {}, "table"},
    {"time", "time", phrasing, "datetime"},
    {"tr", "tr", block, {}, {}, "table tbody tfoot thead"},
    {"track", "track", phrasing, "src kind label srclang", {}, "audio video", "src"},
    {"tt", "code"},
    {"u", "u"},
    {"ul", "ul", block, {}, "ol pre"},
    {"var", "var"},
    {"video", "video", phrasing, "src poster width height controls"},
    {"wbr", "wbr"},
};

constexpr std::string_view void_elements = "br hr img source track wbr";

// Those without an end tag of their own (embed, input, link…) are not among these: libxml2 takes what follows some of
// them for their content.
constexpr std::string_view dropped_elements =
    "annotation annotation-xml applet button datalist head iframe noembed noframes noscript object script select style svg "
    "template textarea title";

constexpr std::pair<std::string_view, ValueKind> kinds[] = {
    {"href", ValueKind::url},         {"src", ValueKind::url},
    {"cite", ValueKind::url},         {"poster", ValueKind::url},
    {"width", ValueKind::number},     {"height", ValueKind::number},
    {"colspan", ValueKind::number},   {"rowspan", ValueKind::number},
    {"start", ValueKind::number},     {"value", ValueKind::number},
    {"align", ValueKind::alignment},  {"dir", ValueKind::direction},
    {"lang", ValueKind::language},    {"hreflang", ValueKind::language},
    {"srclang", ValueKind::language}, {"controls", ValueKind::flag},
    {"open", ValueKind::flag},        {"reversed", ValueKind::flag},
    {"id", ValueKind::identifier},    {"srcset", ValueKind::image_candidates},
};

}  // namespace

const ElementRule* find_element(std::string_view name) {
    const auto* rule = std::ranges::lower_bound(elements, name, {}, &ElementRule::name);
    return rule != std::end(elements) && rule->name == name ? rule : nullptr;
}

bool is_void(std::string_view written_name) { return has_word(void_elements, written_name); }

bool is_dropped_with_content(std::string_view name) { return has_word(dropped_elements, name); }

ValueKind value_kind(std::string_view attribute) {
    const auto* entry = std::ranges::find(kinds, attribute, &std::pair<std::string_view, ValueKind>::first);
    return entry == std::end(kinds) ? ValueKind::text : entry->second;
}

}  // namespace tagwire::content
