// JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). Boost's objects keep the order in which members are added.
#include "base/slug.hpp"
#include "base/text.hpp"
#include "feed/entry_parts.hpp"
#include "feed/history.hpp"
#include "feed/writers.hpp"

#include <boost/json.hpp>

#include <set>

namespace tagwire::feed {

namespace json = boost::json;

namespace {

// Adds a member if there is something to say, and tells whether there was: null never stands for nothing.
bool add(json::object& object, std::string_view key, std::string_view text) {
    const std::string clean = clean_text(text).text;
    if (!clean.empty()) object.emplace(key, clean);
    return !clean.empty();
}

json::array authors(const std::vector<content::Person>& people) {
    json::array list;
    for (const content::Person& person : people) {
        json::object author;
        add(author, "name", person.name);
        add(author, "url", person.uri);
        list.push_back(std::move(author));
    }
    return list;
}

// Plain labels: one that several taxonomies have, or that differs in spelling only, is said once.
json::array tags(const content::Article& article) {
    json::array list;
    std::set<std::string> keys;
    for (const Category& category : categories(article)) {
        if (keys.insert(term_key(category.term)).second) list.emplace_back(clean_text(category.term).text);
    }
    return list;
}

// An item must have content of one kind: its HTML, else plain text, which is the summary or failing that the title.
void add_content(json::object& item, const Feed& feed, const Entry& entry) {
    const std::string& summary = entry.article->metadata.summary;
    const bool has_content = add(item, "content_html", shown_html(feed, entry)) || add(item, "content_text", summary);
    if (!has_content) add(item, "content_text", display_title(*entry.article));
    add(item, "summary", summary);
}

json::object item_of(const Feed& feed, const Entry& entry) {
    const content::Article& article = *entry.article;
    json::object item;
    add(item, "id", article.id);
    add(item, "url", article.metadata.link);
    add(item, "external_url", article.metadata.external_url);
    add(item, "title", display_title(article));
    add_content(item, feed, entry);
    add(item, "image", article.metadata.image);
    add(item, "date_published", rfc3339(article.published));
    add(item, "date_modified", rfc3339(article.updated));
    if (json::array list = authors(own_authors(article)); !list.empty()) item.emplace("authors", std::move(list));
    if (json::array list = tags(article); !list.empty()) item.emplace("tags", std::move(list));
    add(item, "language", own_language(feed, article));
    return item;
}

}  // namespace

std::string write_json(const Feed& feed, const std::vector<Entry>& entries) {
    json::object document;
    add(document, "version", "https://jsonfeed.org/version/1.1");
    add(document, "title", feed.title);
    add(document, "home_page_url", feed.home_url);
    add(document, "feed_url", feed.url(Format::json));  // of pages too: it is the feed's identity
    add(document, "next_url", older_url(feed, Format::json));
    if (feed.description != feed.title) add(document, "description", feed.description);
    add(document, "language", feed.language);
    document.emplace("authors", authors({feed.author}));
    json::array items;
    for (const Entry& entry : entries) items.push_back(item_of(feed, entry));
    document.emplace("items", std::move(items));
    return json::serialize(document) + "\n";
}

}  // namespace tagwire::feed
