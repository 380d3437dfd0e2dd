// RSS 2.0 by the RSS Advisory Board's profile (https://www.rssboard.org/rss-profile), whose sections are cited.
#include "base/media_type.hpp"
#include "base/text.hpp"
#include "base/uri.hpp"
#include "feed/entry_parts.hpp"
#include "feed/history.hpp"
#include "feed/namespaces.hpp"
#include "feed/writers.hpp"
#include "feed/xml_writer.hpp"

#include <algorithm>

namespace tagwire::feed {

namespace {

// An entry as RSS says it.
struct Item {
    const content::Article& article;
    std::string author;                 // "mail (Name)", for the one author who has an address; else …
    std::vector<std::string> creators;  // … names
    std::string_view language;
    std::string description;   // HTML
    std::string_view encoded;  // HTML; only beside a description that is the summary
};

void set_authors(Item& item, const Feed& feed) {
    std::vector<content::Person> authors = own_authors(item.article);
    if (authors.empty()) authors.push_back(presentable(feed.author));
    // §4.1.1.20.1: an author is an address, with the name in brackets, which then must not hold any; there is at most
    // one. §5.3: names alone go to dc:creator, never beside an author.
    const content::Person& first = authors.front();
    const bool has_address = authors.size() == 1 && !first.email.empty();
    if (has_address && first.name.find_first_of("()\\") == std::string::npos) {
        item.author = first.email + " (" + first.name + ")";
        return;
    }
    for (const content::Person& author : authors) item.creators.push_back(author.name);
}

Item make_item(const Feed& feed, const Entry& entry) {
    Item item{*entry.article, {}, {}, own_language(feed, *entry.article), {}, {}};
    set_authors(item, feed);
    // §5.2.1: a summary is the description, and content:encoded has the whole; without one the whole is the
    // description.
    const std::string_view html = shown_html(feed, entry);
    item.description = escaped(item.article.metadata.summary, Escaping::text);  // HTML, unlike all other text (§3.1)
    if (item.description.empty()) {
        item.description = html;
    } else {
        item.encoded = html;
    }
    return item;
}

// Only the namespaces that are used are declared.
void open_channel(XmlWriter& xml, const Feed& feed, const std::vector<Item>& items) {
    const auto any = [&items](auto predicate) { return std::any_of(items.begin(), items.end(), predicate); };
    const bool content = any([](const Item& item) { return !item.encoded.empty(); });
    const bool dublin_core = any([](const Item& item) { return !item.creators.empty() || !item.language.empty(); });
    const bool media = any([](const Item& item) { return !item.article.metadata.image.empty(); });
    xml.open("rss", {{"version", "2.0"},
                     {"xmlns:atom", namespaces::atom},
                     {"xmlns:content", content ? namespaces::content : ""},
                     {"xmlns:dc", dublin_core ? namespaces::dublin_core : ""},
                     {"xmlns:fh", history_namespace(feed)},
                     {"xmlns:media", media ? namespaces::media : ""}});
    xml.open("channel");
}

void write_channel_metadata(XmlWriter& xml, const Feed& feed) {
    xml.rss_plain("title", feed.title);
    xml.rss_plain("link", feed.home_url);
    xml.rss_plain("description", feed.description);
    if (!feed.language.empty()) xml.rss_plain("language", feed.language);
    xml.rss_plain("lastBuildDate", imf_fixdate(feed.updated));
    xml.rss_plain("generator", "tagwire");
    // §5.1.1
    xml.leaf("atom:link", {{"rel", "self"}, {"type", link_type(Format::rss)}, {"href", feed.self(Format::rss)}});
    write_history(xml, feed, Format::rss, "atom:link");  // RFC 5005 appendix B
}

void write_image(XmlWriter& xml, const std::string& url) {
    xml.leaf("media:content", {{"url", url}, {"type", media_type_of(url)}, {"medium", "image"}});
    xml.leaf("media:thumbnail", {{"url", url}});
}

// RSS 2.0, <link> and <source>: a link blog's item may link to what it tells of; else that is where it came from.
void write_link(XmlWriter& xml, const Feed& feed, const content::Metadata& metadata) {
    const bool has_original = !metadata.external_url.empty();
    const bool links_to_original = has_original && feed.original == OriginalInRss::link;
    xml.rss_plain("link", links_to_original ? metadata.external_url : metadata.link);
    if (has_original && !links_to_original) {
        xml.rss_plain("source", host_of(metadata.external_url), {{"url", metadata.external_url}});
    }
}

void write_item(XmlWriter& xml, const Feed& feed, const Item& item) {
    const content::Article& article = item.article;
    xml.open("item");
    xml.rss_plain("title", display_title(article));
    write_link(xml, feed, article.metadata);
    xml.rss_plain("guid", article.id, {{"isPermaLink", "false"}});
    xml.rss_plain("pubDate", imf_fixdate(article.published));
    if (article.updated != article.published) xml.element("atom:updated", rfc3339(article.updated));
    if (!item.author.empty()) xml.rss_plain("author", item.author);
    for (const std::string& creator : item.creators) xml.rss_plain("dc:creator", creator);
    if (!item.language.empty()) xml.rss_plain("dc:language", item.language);
    for (const Category& category : categories(article)) {
        xml.rss_plain("category", category.term, {{"domain", category_scheme(feed, category.taxonomy)}});
    }
    if (!item.description.empty()) xml.element("description", item.description);
    if (!item.encoded.empty()) xml.element("content:encoded", item.encoded);
    if (!article.metadata.image.empty()) write_image(xml, article.metadata.image);
    xml.close();
}

}  // namespace

std::string write_rss(const Feed& feed, const std::vector<Entry>& entries) {
    std::vector<Item> items;
    for (const Entry& entry : entries) items.push_back(make_item(feed, entry));
    XmlWriter xml;
    open_channel(xml, feed, items);
    write_channel_metadata(xml, feed);
    for (const Item& item : items) write_item(xml, feed, item);
    return xml.finish();
}

}  // namespace tagwire::feed
