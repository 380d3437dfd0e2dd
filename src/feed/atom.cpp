// Atom 1.0, RFC 4287, whose sections are cited.
#include "base/slug.hpp"
#include "feed/entry_parts.hpp"
#include "feed/history.hpp"
#include "feed/namespaces.hpp"
#include "feed/writers.hpp"
#include "feed/xml_writer.hpp"

#include <algorithm>

namespace tagwire::feed {

namespace {

constexpr std::string_view html_type = "text/html";

void write_author(XmlWriter& xml, const content::Person& person) {
    xml.open("author");
    xml.element("name", person.name);
    if (!person.uri.empty()) xml.element("uri", person.uri);
    if (!person.email.empty()) xml.element("email", person.email);
    xml.close();
}

// Pages keep their bytes: only the current document tells of deletions.
bool has_tombstones(const Feed& feed) { return !is_archive_page(feed) && !feed.deleted.empty(); }

// Only the namespaces that are used are declared.
void open_feed(XmlWriter& xml, const Feed& feed, const std::vector<Entry>& entries) {
    const bool media = std::any_of(entries.begin(), entries.end(),
                                   [](const Entry& entry) { return !entry.article->metadata.image.empty(); });
    xml.open("feed", {{"xmlns", namespaces::atom},
                      {"xmlns:at", has_tombstones(feed) ? namespaces::tombstones : ""},
                      {"xmlns:fh", history_namespace(feed)},
                      {"xmlns:media", media ? namespaces::media : ""},
                      {"xml:lang", feed.language}});
}

// The page for people that shows what the document shows, or failing that the one that the feed belongs to.
std::string page_for_people(const Feed& feed) {
    const std::string own = is_archive_page(feed) ? feed.self(Format::page) : std::string();
    return own.empty() ? feed.home_url : own;
}

// §4.1.1: one `self`, and no two alternates of one type and language: only one page for people is linked.
void write_feed_links(XmlWriter& xml, const Feed& feed) {
    xml.leaf("link", {{"rel", "self"}, {"type", link_type(Format::atom)}, {"href", feed.self(Format::atom)}});
    xml.leaf("link",
             {{"rel", "alternate"}, {"type", html_type}, {"hreflang", feed.language}, {"href", page_for_people(feed)}});
    for (const Format format : {Format::rss, Format::json}) {
        if (feed.url(format).empty()) continue;
        xml.leaf("link", {{"rel", "alternate"}, {"type", link_type(format)}, {"href", feed.self(format)}});
    }
    write_history(xml, feed, Format::atom, "link");
}

void write_feed_metadata(XmlWriter& xml, const Feed& feed) {
    xml.element("id", feed.id);
    xml.element("title", feed.title);
    if (feed.description != feed.title) xml.element("subtitle", feed.description);
    xml.element("updated", rfc3339(feed.updated));
    write_feed_links(xml, feed);
    write_author(xml, presentable(feed.author));  // §4.1.1: a must where an entry names none
    xml.element("generator", "tagwire");
}

// RFC 6721 §3
void write_tombstones(XmlWriter& xml, const Feed& feed) {
    if (!has_tombstones(feed)) return;
    for (const DeletedEntry& entry : feed.deleted) {
        xml.leaf("at:deleted-entry", {{"ref", entry.id}, {"when", rfc3339(entry.deleted)}});
    }
}

void write_entry(XmlWriter& xml, const Feed& feed, const Entry& entry) {
    const content::Article& article = *entry.article;
    const content::Metadata& metadata = article.metadata;
    const std::string_view html = shown_html(feed, entry);
    xml.open("entry", {{"xml:lang", own_language(feed, article)}});
    xml.element("id", article.id);  // §4.2.6: never changes
    xml.element("title", display_title(article));
    xml.element("published", rfc3339(article.published));
    xml.element("updated", rfc3339(article.updated));
    xml.leaf("link", {{"rel", "alternate"}, {"type", html_type}, {"href", metadata.link}});
    if (!metadata.external_url.empty()) xml.leaf("link", {{"rel", "via"}, {"href", metadata.external_url}});
    for (const content::Person& author : own_authors(article)) write_author(xml, author);
    for (const Category& category : categories(article)) {
        xml.leaf("category", {{"term", term_key(category.term)},
                              {"scheme", category_scheme(feed, category.taxonomy)},
                              {"label", category.term}});
    }
    if (!metadata.summary.empty()) xml.element("summary", metadata.summary);
    // All URLs in the body are absolute already; the base is for readers who resolve fragments.
    if (!html.empty()) xml.element("content", html, {{"type", "html"}, {"xml:base", metadata.link}});
    if (!metadata.image.empty()) xml.leaf("media:thumbnail", {{"url", metadata.image}});
    xml.close();
}

}  // namespace

std::string write_atom(const Feed& feed, const std::vector<Entry>& entries) {
    XmlWriter xml;
    open_feed(xml, feed, entries);
    write_feed_metadata(xml, feed);
    write_tombstones(xml, feed);
    for (const Entry& entry : entries) write_entry(xml, feed, entry);
    return xml.finish();
}

}  // namespace tagwire::feed
