// The plain page of one article.
#include "base/uri.hpp"
#include "feed/entry_parts.hpp"
#include "feed/page_parts.hpp"
#include "feed/writers.hpp"

namespace tagwire::feed {

namespace {

// A site's own feed is offered in every format; of the many feeds of terms, each in the one to take when in doubt.
void discover_feed(Page& page, const FeedLink& feed) {
    for (const Format format : subscribable_formats) {
        page.discover(feed.title, format, feed.url(format));
        if (!feed.term.empty() && !feed.url(format).empty()) return;
    }
}

void write_authors(Page& page, const content::Article& article) {
    const std::vector<content::Person> authors = own_authors(article);
    if (authors.empty()) return;
    page.html.open("p", {{"class", "authors"}});
    for (const content::Person& author : authors) {
        if (is_http_url(author.uri)) {
            page.link(author.uri, author.name);
        } else {
            page.html.element("span", author.name);
        }
    }
    page.html.close();
}

void write_header(Page& page, const content::Article& article) {
    page.html.open("header");
    page.html.element("h1", display_title(article));
    page.time(article.published);
    write_authors(page, article);
    page.html.close();
}

// The image of the front matter, unless the body shows it anyway.
void write_lead_image(Page& page, const Entry& entry) {
    const std::string& image = entry.article->metadata.image;
    if (image.empty() || entry.html.find(escaped(image, Escaping::attribute)) != std::string::npos) return;
    page.html.leaf("img", {{"src", image}, {"alt", display_title(*entry.article)}});
}

void write_body(Page& page, const Entry& entry) {
    page.html.open("div", {{"class", "body"}});
    write_lead_image(page, entry);
    if (entry.html.empty()) {
        page.html.element("p", entry.article->metadata.summary);
    } else {
        page.html.markup(entry.html);
    }
    page.html.close();
}

void write_feeds(Page& page, const std::vector<FeedLink>& feeds) {
    if (feeds.empty()) return;
    page.html.open("footer");
    page.say("h2", page.words.found_in);
    page.html.open("ul", {{"class", "feeds"}});
    for (const FeedLink& feed : feeds) {
        page.html.open("li", {{"dir", "auto"}});
        page.link(page_or_document(feed), short_name(feed));
        page.html.close();
    }
    page.html.close();
    page.html.close();
}

}  // namespace

std::string write_article_page(const Site& site, const Entry& entry, const std::vector<FeedLink>& feeds) {
    const content::Article& article = *entry.article;
    const content::Metadata& metadata = article.metadata;
    const std::string title = display_title(article) + " – " + site.title;
    Page page({title, metadata.summary, metadata.language.empty() ? site.language : metadata.language, metadata.link});
    for (const FeedLink& feed : feeds) discover_feed(page, feed);
    page.begin_body();
    page.html.open("nav");
    page.link(site.base_url, site.title);
    page.html.close();
    page.html.open("main");
    page.html.open("article", {{"dir", "auto"}});
    write_header(page, article);
    write_body(page, entry);
    page.html.close();
    page.html.close();
    write_feeds(page, feeds);
    return page.html.finish();
}

}  // namespace tagwire::feed
