#include "feed/read_back.hpp"

#include "base/slug.hpp"
#include "base/text.hpp"
#include "feed/xml.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

#include <algorithm>
#include <ostream>

namespace tagwire::feed {

namespace json = boost::json;

namespace {

// Undoes the escaping of plain text as HTML.
std::string text_of_html(std::string html) {
    const std::vector<std::pair<std::string, std::string>> references = {
        {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}};
    for (const auto& [reference, text] : references) {
        for (auto at = html.find(reference); at != std::string::npos; at = html.find(reference, at + text.size())) {
            html.replace(at, reference.size(), text);
        }
    }
    return html;
}

std::string string_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value == nullptr ? std::string() : std::string(value->as_string());
}

// "mail (Name)" → "Name"
std::string name_in_brackets(const std::string& author) {
    const std::size_t begin = author.find('(');
    return author.substr(begin + 1, author.size() - begin - 2);
}

EntryRead read_item(const Xml& xml, const std::string& item) {
    EntryRead entry;
    entry.id = xml.one(item + "/guid[@isPermaLink='false']");
    entry.link = xml.one(item + "/link");
    entry.title = xml.one(item + "/title");
    entry.published = xml.one(item + "/pubDate");
    entry.updated = xml.one(item + "/a:updated");
    entry.language = xml.one(item + "/d:language");
    entry.image = xml.one(item + "/m:content/@url");
    entry.summary = text_of_html(xml.one(item + "/description"));
    entry.html = xml.one(item + "/c:encoded");
    entry.authors = xml.all(item + "/d:creator");
    if (const auto author = xml.one(item + "/author"); !author.empty())
        entry.authors.push_back(name_in_brackets(author));
    entry.tags = xml.all(item + "/category");
    return entry;
}

EntryRead read_entry(const Xml& xml, const std::string& path) {
    EntryRead entry;
    entry.id = xml.one(path + "/a:id");
    entry.link = xml.one(path + "/a:link[@rel='alternate']/@href");
    entry.title = xml.one(path + "/a:title");
    entry.published = xml.one(path + "/a:published");
    entry.updated = xml.one(path + "/a:updated");
    entry.language = xml.one(path + "/@xml:lang");
    entry.image = xml.one(path + "/m:thumbnail/@url");
    entry.summary = xml.one(path + "/a:summary");
    entry.html = xml.one(path + "/a:content[@type='html']");
    entry.authors = xml.all(path + "/a:author/a:name");
    entry.tags = xml.all(path + "/a:category/@label");
    return entry;
}

EntryRead read_item(const json::object& item) {
    EntryRead entry;
    entry.id = string_at(item, "id");
    entry.link = string_at(item, "url");
    entry.title = string_at(item, "title");
    entry.published = string_at(item, "date_published");
    entry.updated = string_at(item, "date_modified");
    entry.language = string_at(item, "language");
    entry.image = string_at(item, "image");
    entry.summary = string_at(item, "summary");
    entry.html = string_at(item, "content_html");
    CHECK(item.contains("content_html") != item.contains("content_text"));
    if (const json::value* authors = item.if_contains("authors")) {
        for (const json::value& author : authors->as_array())
            entry.authors.push_back(string_at(author.as_object(), "name"));
    }
    if (const json::value* tags = item.if_contains("tags")) {
        for (const json::value& tag : tags->as_array()) entry.tags.emplace_back(tag.as_string());
    }
    return entry;
}

std::string clean(std::string_view text) { return clean_text(text).text; }

std::vector<std::string> expected_authors(Format format, const Feed& feed, const content::Article& article) {
    std::vector<std::string> names;
    for (const content::Person& author : article.metadata.authors) {
        const std::string name = clean(author.name);
        if (!trim(name).empty()) names.push_back(name);
    }
    if (format == Format::rss && names.empty()) names.push_back(clean(feed.author.name));
    return names;
}

std::vector<std::string> expected_tags(Format format, const content::Article& article) {
    std::vector<std::string> tags;
    std::vector<std::string> keys;
    for (const content::TermList& list : article.metadata.taxonomies) {
        for (const std::string& term : list.terms) {
            const bool repeated = std::count(keys.begin(), keys.end(), term_key(term)) > 0;
            keys.push_back(term_key(term));
            if (list.taxonomy != "lang" && !(format == Format::json && repeated)) tags.push_back(clean(term));
        }
    }
    return tags;
}

EntryRead expected_entry(Format format, const Feed& feed, const Entry& entry) {
    const content::Article& article = *entry.article;
    const content::Metadata& metadata = article.metadata;
    EntryRead read{article.id,
                   metadata.link,
                   clean(display_title(article)),
                   rfc3339(article.published),
                   rfc3339(article.updated),
                   clean(metadata.summary),
                   clean(entry.html),
                   metadata.language,
                   metadata.image,
                   expected_authors(format, feed, article),
                   expected_tags(format, article)};
    if (lower_ascii(read.language) == lower_ascii(feed.language)) read.language.clear();
    if (feed.content == ContentMode::summary) read.html.clear();
    if (format != Format::rss) return read;
    read.published = imf_fixdate(article.published);
    if (article.published == article.updated) read.updated.clear();
    if (read.summary.empty()) read.summary = text_of_html(std::exchange(read.html, {}));
    return read;
}

}  // namespace

FeedRead read_rss(const std::string& document) {
    const Xml xml(document);
    FeedRead feed{xml.one("/rss/channel/title"),
                  xml.one("/rss/channel/link"),
                  xml.one("/rss/channel/a:link[@rel='self']/@href"),
                  xml.one("/rss/channel/language"),
                  {}};
    for (std::size_t i = 1; i <= xml.count("/rss/channel/item"); ++i) {
        feed.entries.push_back(read_item(xml, "/rss/channel/item[" + std::to_string(i) + "]"));
    }
    return feed;
}

FeedRead read_atom(const std::string& document) {
    const Xml xml(document);
    FeedRead feed{xml.one("/a:feed/a:title"),
                  xml.one("/a:feed/a:link[@rel='alternate'][@type='text/html']/@href"),
                  xml.one("/a:feed/a:link[@rel='self']/@href"),
                  xml.one("/a:feed/@xml:lang"),
                  {}};
    for (std::size_t i = 1; i <= xml.count("/a:feed/a:entry"); ++i) {
        feed.entries.push_back(read_entry(xml, "/a:feed/a:entry[" + std::to_string(i) + "]"));
    }
    return feed;
}

FeedRead read_json(const std::string& document) {
    CHECK(is_utf8(document));
    const json::value root = json::parse(document);
    const json::object& object = root.as_object();
    CHECK(string_at(object, "version") == "https://jsonfeed.org/version/1.1");
    FeedRead feed{string_at(object, "title"),
                  string_at(object, "home_page_url"),
                  string_at(object, "feed_url"),
                  string_at(object, "language"),
                  {}};
    for (const json::value& item : object.at("items").as_array()) feed.entries.push_back(read_item(item.as_object()));
    return feed;
}

FeedRead read_back(Format format, const std::string& document) {
    switch (format) {
        case Format::rss: return read_rss(document);
        case Format::atom: return read_atom(document);
        default: return read_json(document);
    }
}

FeedRead expected(Format format, const Feed& feed, const std::vector<Entry>& entries) {
    FeedRead read{clean(feed.title), feed.home_url, feed.url(format), feed.language, {}};
    for (const Entry& entry : entries) read.entries.push_back(expected_entry(format, feed, entry));
    return read;
}

std::ostream& operator<<(std::ostream& out, const EntryRead& entry) {
    for (const std::string& field : {entry.id, entry.link, entry.title, entry.published, entry.updated, entry.summary,
                                     entry.html, entry.language, entry.image}) {
        out << "  [" << field << "]\n";
    }
    for (const std::string& author : entry.authors) out << "  by [" << author << "]\n";
    for (const std::string& tag : entry.tags) out << "  in [" << tag << "]\n";
    return out << "\n";
}

std::ostream& operator<<(std::ostream& out, const FeedRead& feed) {
    out << "\n[" << feed.title << "] [" << feed.home << "] [" << feed.self << "] [" << feed.language << "]\n";
    for (const EntryRead& entry : feed.entries) out << entry;
    return out;
}

}  // namespace tagwire::feed
