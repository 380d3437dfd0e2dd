// RSS and Atom, as old systems wrote them.
//
// libxml2 goes on after a mistake, but from then on leaves out every named reference, &amp; among them, which would
// break ids without a word. So the mistakes that are common are mended before it sees them: HTML's references, which
// XML does not know, and ampersands that begin none. What it sees has numeric references only, so no entity that a
// document declares is ever expanded.
#include "base/text.hpp"
#include "content/body.hpp"
#include "content/references.hpp"
#include "content/title.hpp"
#include "feed/namespaces.hpp"
#include "feed/old_feed_formats.hpp"

#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <initializer_list>
#include <memory>

namespace tagwire::feed {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::string_view rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

void append_mended(std::string& xml, std::string_view markup) {
    const std::string numeric = content::with_numeric_references(markup);
    for (std::string_view rest = numeric; !rest.empty();) {
        const auto at = std::min(rest.find('&'), rest.size());
        xml += rest.substr(0, at);
        rest.remove_prefix(at);
        if (rest.empty()) break;
        xml += rest.starts_with("&#") ? "&" : "&#38;";
        rest.remove_prefix(1);
    }
}

// CDATA sections stay as they are. So does UTF-16, whose markup is not ASCII.
std::string mended(std::string_view markup) {
    if (markup.find('\0') != npos) return std::string(markup);
    std::string xml;
    while (!markup.empty()) {
        const auto open = std::min(markup.find("<![CDATA["), markup.size());
        append_mended(xml, markup.substr(0, open));
        const auto close = markup.find("]]>", open);
        const auto length = close == npos ? npos : close - open;
        xml += markup.substr(open, length);
        markup.remove_prefix(close == npos ? markup.size() : close);
    }
    return xml;
}

std::string_view view(const xmlChar* text) {
    return text == nullptr ? std::string_view() : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view name(const xmlNode& node) { return view(node.name); }
std::string_view name_space(const xmlNode& node) {
    return node.ns == nullptr ? std::string_view() : view(node.ns->href);
}

// The document is no deeper than libxml2's own limit of 256.
void append_text(std::string& text, const xmlNode& node) {
    for (const xmlNode* child = node.children; child != nullptr; child = child->next) {
        if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE) text += view(child->content);
        if (child->type == XML_ELEMENT_NODE) append_text(text, *child);
    }
}

std::string text_of(const xmlNode* node) {
    std::string text;
    if (node != nullptr) append_text(text, *node);
    return text;
}

std::string attribute(const xmlNode& node, const char* attribute_name, std::string_view of_namespace = {}) {
    for (const xmlAttr* one = node.properties; one != nullptr; one = one->next) {
        const std::string_view ns = one->ns == nullptr ? std::string_view() : view(one->ns->href);
        if (view(one->name) != attribute_name || ns != of_namespace || one->children == nullptr) continue;
        return std::string(view(one->children->content));
    }
    return {};
}

const xmlNode* next_element(const xmlNode* node) {
    while (node != nullptr && node->type != XML_ELEMENT_NODE) node = node->next;
    return node;
}

// The first child of the first of these names that has text; of the same namespace as its parent, so that media:title
// is no title.
const xmlNode* child(const xmlNode& parent, std::initializer_list<std::string_view> names) {
    for (const std::string_view wanted : names) {
        for (const xmlNode* one = next_element(parent.children); one != nullptr; one = next_element(one->next)) {
            if (name(*one) == wanted && name_space(*one) == name_space(parent) && !trim(text_of(one)).empty())
                return one;
        }
    }
    return nullptr;
}

const xmlNode* dublin_core_date(const xmlNode& item) {
    for (const xmlNode* one = next_element(item.children); one != nullptr; one = next_element(one->next)) {
        const bool is_undeclared = one->ns == nullptr && name(*one) == "dc:date";
        if (is_undeclared || (name(*one) == "date" && name_space(*one) == namespaces::dublin_core)) return one;
    }
    return nullptr;
}

RawEntry rss_entry(const xmlNode& item) {
    RawEntry entry;
    entry.link = text_of(child(item, {"link"}));
    entry.title = content::plain_title(text_of(child(item, {"title"})));
    const xmlNode* const date = child(item, {"pubDate"});
    entry.published = text_of(date == nullptr ? dublin_core_date(item) : date);
    entry.id = text_of(child(item, {"guid"}));
    if (entry.id.empty()) entry.id = attribute(item, "about", rdf);
    if (entry.id.empty()) entry.id = entry.link;
    return entry;
}

// RFC 4287 §3.1; Atom 0.3 had media types, and its own word for markup as text.
std::string atom_title(const xmlNode* title) {
    if (title == nullptr) return {};
    const std::string type = attribute(*title, "type");
    const bool is_html = type == "html" || (type == "text/html" && attribute(*title, "mode") != "xml");
    return is_html ? content::plain_title(text_of(title)) : text_of(title);
}

// RFC 4287 §4.2.7.2: without `rel` it is "alternate".
std::string atom_link(const xmlNode& entry) {
    for (const xmlNode* one = next_element(entry.children); one != nullptr; one = next_element(one->next)) {
        if (name(*one) != "link" || name_space(*one) != name_space(entry)) continue;
        const std::string rel = attribute(*one, "rel");
        if (rel.empty() || rel == "alternate") return attribute(*one, "href");
    }
    return {};
}

RawEntry atom_entry(const xmlNode& entry) {
    return {text_of(child(entry, {"id"})), atom_link(entry), atom_title(child(entry, {"title"})),
            text_of(child(entry, {"published", "issued", "updated", "modified"}))};
}

void collect(const xmlNode& parent, std::vector<RawEntry>& entries) {
    for (const xmlNode* one = next_element(parent.children); one != nullptr; one = next_element(one->next)) {
        if (name(*one) == "channel") collect(*one, entries);
        if (name(*one) == "item") entries.push_back(rss_entry(*one));
        if (name(*one) == "entry") entries.push_back(atom_entry(*one));
    }
}

using Document = std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)>;

Document parse(const std::string& xml) {
    constexpr int options = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;
    return {xmlReadMemory(xml.data(), static_cast<int>(xml.size()), nullptr, nullptr, options), &xmlFreeDoc};
}

}  // namespace

Result<std::vector<RawEntry>> read_old_xml(std::string_view bytes) {
    const Document document = parse(mended(bytes));
    const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) return Error{Fault::invalid, "it is neither RSS nor Atom nor JSON Feed"};
    const std::string_view kind = name(*root);
    if (kind != "rss" && kind != "RDF" && kind != "feed") {
        return Error{Fault::invalid, "it is no feed: its outermost element is <" + clean_text(kind).text +
                                         ">, where RSS has <rss> or <rdf:RDF> and Atom has <feed>"};
    }
    std::vector<RawEntry> entries;
    collect(*root, entries);
    return entries;
}

}  // namespace tagwire::feed
