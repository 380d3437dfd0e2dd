// OPML 2.0 subscription lists (http://opml.org/spec2.opml).
#include "feed/writers.hpp"
#include "feed/xml_writer.hpp"

#include <algorithm>

namespace tagwire::feed {

namespace {

const std::string& subscription_url(const FeedLink& feed) {
    return feed.url(Format::atom).empty() ? feed.url(Format::rss) : feed.url(Format::atom);
}

bool can_be_subscribed(const FeedLink& feed) { return !subscription_url(feed).empty(); }

void write_outline(XmlWriter& xml, const FeedLink& feed) {
    // The type is "rss" for Atom as well.
    xml.leaf("outline", {{"type", "rss"},
                         {"text", feed.title},
                         {"title", feed.title},
                         {"xmlUrl", subscription_url(feed)},
                         {"htmlUrl", feed.home_url},
                         {"language", feed.language}});
}

void write_group(XmlWriter& xml, const FeedGroup& group) {
    if (std::none_of(group.feeds.begin(), group.feeds.end(), can_be_subscribed)) return;
    const bool nested = !group.title.empty();
    if (nested) xml.open("outline", {{"text", group.title}, {"title", group.title}});
    for (const FeedLink& feed : group.feeds) {
        if (can_be_subscribed(feed)) write_outline(xml, feed);
    }
    if (nested) xml.close();
}

}  // namespace

std::string write_opml(const Site& site, const std::vector<FeedGroup>& groups) {
    XmlWriter xml;
    xml.open("opml", {{"version", "2.0"}});
    xml.open("head");
    xml.element("title", site.title);
    xml.close();
    xml.open("body");
    for (const FeedGroup& group : groups) write_group(xml, group);
    return xml.finish();
}

}  // namespace tagwire::feed
