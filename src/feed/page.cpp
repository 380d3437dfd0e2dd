// The pages of feeds for people.
#include "feed/entry_parts.hpp"
#include "feed/history.hpp"
#include "feed/page_parts.hpp"
#include "feed/writers.hpp"

namespace tagwire::feed {

namespace {

// A longer list of feeds is folded up at first.
constexpr std::size_t open_group_feeds_max = 60;

// "Archive, page 3"
std::string archive_name(const PageWords& words, std::size_t page) {
    return std::string(words.before_page_number).append(std::to_string(page)).append(words.after_page_number);
}

// Subscribers want the current documents, whichever page they found.
Page begin_feed_page(const Feed& feed) {
    const PageWords& words = page_words(feed.language);
    const std::string archive = is_archive_page(feed) ? " – " + archive_name(words, feed.archive.page) : "";
    Page page({feed.title + archive, feed.description, feed.language, feed.self(Format::page)});
    for (const Format format : subscribable_formats) page.discover(feed.title, format, feed.url(format));
    return page;
}

// In inputs, because a tap or the tab key selects the whole of one.
void write_addresses(Page& page, const Feed& feed) {
    page.html.open("div", {{"class", "subscribe"}});
    page.say("p", page.words.what_a_feed_is);
    for (const Format format : subscribable_formats) {
        const std::string& url = feed.url(format);
        if (url.empty()) continue;
        page.html.open("div", {{"class", "address"}});
        page.link(url, display_name(format), link_type(format));
        page.html.leaf("input", {{"readonly", "readonly"}, {"aria-label", display_name(format)}, {"value", url}});
        page.html.close();
    }
    page.html.close();
}

void write_header(Page& page, const Feed& feed) {
    page.html.open("header");
    page.html.element("h1", feed.title, {{"dir", "auto"}});
    if (feed.description != feed.title) {
        page.html.element("p", feed.description, {{"class", "about"}, {"dir", "auto"}});
    }
    write_addresses(page, feed);
    page.html.close();
}

void write_entry(Page& page, const Feed& feed, const content::Article& article) {
    page.html.open("article", {{"class", "entry"}, {"lang", own_language(feed, article)}, {"dir", "auto"}});
    page.html.open("h3");
    page.link(article.metadata.link, display_title(article));
    page.html.close();
    page.time(article.published);
    if (!article.metadata.summary.empty()) page.html.element("p", article.metadata.summary);
    page.html.close();
}

void write_entries(Page& page, const Feed& feed, const std::vector<Entry>& entries) {
    page.html.open("section");
    page.say("h2", is_archive_page(feed) ? archive_name(page.words, feed.archive.page) : page.words.latest);
    if (entries.empty()) page.say("p", page.words.no_articles);
    for (const Entry& entry : entries) write_entry(page, feed, *entry.article);
    page.html.close();
}

// Through the feed's history.
void write_turning(Page& page, const Feed& feed) {
    const std::string older = older_url(feed, Format::page);
    const std::string newer = newer_url(feed, Format::page);
    if (older.empty() && newer.empty()) return;
    page.html.open("nav", {{"lang", page.words_language}});
    if (!older.empty()) page.link(older, page.words.older);
    if (!newer.empty()) page.link(newer, page.words.newer);
    page.html.close();
}

void write_navigation(Page& page, const Feed& feed) {
    page.html.open("nav", {{"lang", page.words_language}});
    page.link(feed.base_url, page.words.all_feeds);
    if (feed.home_url != feed.base_url && feed.home_url != feed.url(Format::page)) {
        page.link(feed.home_url, page.words.website);
    }
    if (is_archive_page(feed)) page.link(feed.url(Format::page), page.words.latest);
    page.html.close();
}

// Thousands of feeds stay usable: they stand in columns, and find-in-page reaches into folded groups.
void write_feed_links(Page& page, const FeedGroup& group) {
    page.html.open("ul", {{"class", "feeds"}});
    for (const FeedLink& feed : group.feeds) {
        page.html.open("li", {{"lang", feed.language}, {"dir", "auto"}});
        page.link(page_or_document(feed), short_name(feed));
        page.html.close();
    }
    page.html.close();
}

void write_group(Page& page, const FeedGroup& group) {
    if (group.feeds.empty()) return;
    if (group.title.empty()) return write_feed_links(page, group);
    page.html.open("details", {{"open", group.feeds.size() <= open_group_feeds_max ? "open" : ""}});
    page.say("summary", taxonomy_name(page.words, group.title));
    write_feed_links(page, group);
    page.html.close();
}

void write_feed_list(Page& page, const std::vector<FeedGroup>& groups, const std::string& opml_url) {
    page.html.open("section");
    page.say("h2", page.words.all_feeds);
    for (const FeedGroup& group : groups) write_group(page, group);
    page.html.open("p", {{"lang", page.words_language}});
    page.link(opml_url, page.words.feed_list_file, opml_type);
    page.html.close();
    page.html.close();
}

}  // namespace

std::string write_page(const Feed& feed, const std::vector<Entry>& entries) {
    Page page = begin_feed_page(feed);
    page.begin_body();
    write_navigation(page, feed);
    page.html.open("main");
    write_header(page, feed);
    write_entries(page, feed, entries);
    write_turning(page, feed);
    return page.html.finish();
}

std::string write_index_page(const Feed& feed, const std::vector<Entry>& entries, const std::vector<FeedGroup>& groups,
                             const std::string& opml_url) {
    Page page = begin_feed_page(feed);
    page.html.leaf("link", {{"rel", "outline"}, {"type", opml_type}, {"href", opml_url}});
    page.begin_body();
    page.html.open("main");
    write_header(page, feed);
    write_feed_list(page, groups, opml_url);
    write_entries(page, feed, entries);
    write_turning(page, feed);
    return page.html.finish();
}

}  // namespace tagwire::feed
