#include "feed/golden.hpp"
#include "feed/sample.hpp"

#include <catch2/catch.hpp>

namespace tagwire::feed {

namespace {

const std::vector<std::pair<Format, std::string>> formats = {
    {Format::rss, "rss.xml"}, {Format::atom, "atom.xml"}, {Format::json, "feed.json"}, {Format::page, "feed.html"}};

}  // namespace

TEST_CASE("a feed of full articles is written exactly so") {
    for (const auto& [format, file] : formats) {
        require_golden("full." + file, write(format, sample::tag_feed(), sample::entries()));
    }
}

TEST_CASE("a feed of summaries is written exactly so") {
    Feed feed = sample::tag_feed();
    feed.content = ContentMode::summary;
    for (const auto& [format, file] : formats)
        require_golden("summary." + file, write(format, feed, sample::entries()));
}

TEST_CASE("an empty feed in no known language is written exactly so") {
    Feed feed = sample::tag_feed();
    feed.language.clear();
    feed.description = feed.title;
    for (const auto& [format, file] : formats) require_golden("empty." + file, write(format, feed, {}));
}

TEST_CASE("a current document with an archive is written exactly so") {
    for (const auto& [format, file] : formats) {
        require_golden("current." + file, write(format, sample::feed_at({.page = 0, .pages = 3}), sample::entries()));
    }
}

TEST_CASE("an archive's page is written exactly so") {
    for (const auto& [format, file] : formats) {
        require_golden("archive." + file, write(format, sample::feed_at({.page = 2, .pages = 3}), sample::entries()));
    }
}

TEST_CASE("deleted entries are written exactly so") {
    Feed feed = sample::tag_feed();
    feed.deleted = sample::deleted_entries();
    require_golden("deleted.atom.xml", write_atom(feed, {}));
}

TEST_CASE("the list of all feeds is written exactly so") {
    require_golden("feeds.opml", write_opml(sample::site(), sample::groups()));
}

TEST_CASE("the index page is written exactly so") {
    Feed feed = sample::tag_feed();
    feed.language = "en";
    require_golden("index.html",
                   write_index_page(feed, sample::entries(), sample::groups(), "https://feeds.example.com/feeds.opml"));
}

TEST_CASE("an article's page is written exactly so") {
    std::vector<FeedLink> feeds;
    for (const FeedGroup& group : sample::groups()) feeds.insert(feeds.end(), group.feeds.begin(), group.feeds.end());
    require_golden("article.html", write_article_page(sample::site(), sample::entries().front(), feeds));
    require_golden("bodiless_article.html", write_article_page(sample::site(), sample::entries()[2], {}));
}

}  // namespace tagwire::feed
