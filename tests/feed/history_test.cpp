// How documents say where the rest of their feed is: RFC 5005, and RFC 6721 for what is no more.
#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

namespace tagwire::feed {

namespace {

using Texts = std::vector<std::string>;

const std::string atom_schema = TAGWIRE_TEST_DATA "/data/atom.rng";
const std::string folder = "https://feeds.example.com/tags/%E4%B8%AD%E6%96%87-%E6%A0%87%E7%AD%BE/";

std::string head_path(Format format) { return format == Format::atom ? "/a:feed" : "/rss/channel"; }

// The links of that relation in the head, as an XML document of the feed has them.
Texts links(const Feed& feed, Format format, const std::string& relation) {
    const Xml xml(write(format, feed, sample::entries()));
    const std::string link = head_path(format) + "/a:link[@rel='" + relation + "'][@type='";
    return xml.all(link + std::string(link_type(format)) + "']/@href");
}

std::size_t count(const Feed& feed, Format format, const std::string& mark) {
    return Xml(write(format, feed, {})).count(head_path(format) + "/" + mark);
}

std::string name_of(Format format) { return format == Format::atom ? "atom.xml" : "rss.xml"; }

std::string json_url(const Feed& feed, const char* key) {
    const boost::json::object object = boost::json::parse(write_json(feed, {})).as_object();
    return object.contains(key) ? std::string(object.at(key).as_string()) : std::string();
}

bool declares_history(const std::string& document) { return document.find("xmlns:fh=") != std::string::npos; }

}  // namespace

TEST_CASE("a feed without closed pages is complete, and leads nowhere") {
    const Feed feed = sample::feed_at({.page = 0, .pages = 0});
    for (const Format format : {Format::atom, Format::rss}) {
        CHECK(count(feed, format, "f:complete") == 1);
        CHECK(count(feed, format, "f:archive") == 0);
        for (const std::string relation : {"prev-archive", "next-archive", "current"}) {
            CHECK(links(feed, format, relation).empty());
        }
    }
}

TEST_CASE("a current document leads to the newest closed page and is not complete") {
    const Feed feed = sample::feed_at({.page = 0, .pages = 3});
    for (const Format format : {Format::atom, Format::rss}) {
        CHECK(links(feed, format, "self") == Texts{feed.url(format)});
        CHECK(links(feed, format, "prev-archive") == Texts{folder + "archive/3/" + name_of(format)});
        CHECK(links(feed, format, "next-archive").empty());
        CHECK(links(feed, format, "current").empty());
        CHECK_FALSE(declares_history(write(format, feed, {})));
    }
}

TEST_CASE("a page leads to the pages around it and to the current document, and says that it is archived") {
    const Feed feed = sample::feed_at({.page = 2, .pages = 0});
    for (const Format format : {Format::atom, Format::rss}) {
        CHECK(links(feed, format, "self") == Texts{folder + "archive/2/" + name_of(format)});
        CHECK(links(feed, format, "prev-archive") == Texts{folder + "archive/1/" + name_of(format)});
        CHECK(links(feed, format, "next-archive") == Texts{folder + "archive/3/" + name_of(format)});
        CHECK(links(feed, format, "current") == Texts{feed.url(format)});
        CHECK(count(feed, format, "f:archive") == 1);
        CHECK(count(feed, format, "f:complete") == 0);
    }
}

TEST_CASE("there is nothing before the first page") {
    const Feed feed = sample::feed_at({.page = 1, .pages = 0});
    for (const Format format : {Format::atom, Format::rss}) CHECK(links(feed, format, "prev-archive").empty());
    CHECK(json_url(feed, "next_url").empty());
}

TEST_CASE("a page does not change when further pages close") {
    for (const Format format : all_formats) {
        CHECK(write(format, sample::feed_at({.page = 2, .pages = 2}), sample::entries()) ==
              write(format, sample::feed_at({.page = 2, .pages = 9}), sample::entries()));
    }
}

TEST_CASE("a page has the feed's id and title, and the same page in the other formats as its alternates") {
    const Feed feed = sample::feed_at({.page = 2, .pages = 2});
    const Xml xml(write_atom(feed, {}));
    CHECK(xml.one("/a:feed/a:id") == feed.id);
    CHECK(xml.one("/a:feed/a:title") == feed.title);
    CHECK(xml.all("/a:feed/a:link[@rel='alternate']/@type") ==
          Texts{"text/html", "application/rss+xml", "application/feed+json"});
    CHECK(xml.all("/a:feed/a:link[@rel='alternate']/@href") ==
          Texts{folder + "archive/2/", folder + "archive/2/rss.xml", folder + "archive/2/feed.json"});
}

TEST_CASE("a page of a feed without pages for people belongs to where the feed does") {
    Feed feed = sample::feed_at({.page = 2, .pages = 2});
    feed.urls[static_cast<std::size_t>(Format::page)].clear();
    feed.home_url = "https://www.example.com/";
    CHECK(Xml(write_atom(feed, {})).all("/a:feed/a:link[@type='text/html']/@href") == Texts{feed.home_url});
    CHECK(feed.self(Format::page).empty());
}

TEST_CASE("JSON's next_url leads from the current document to the oldest page; all have one feed_url") {
    CHECK(json_url(sample::feed_at({.page = 0, .pages = 0}), "next_url").empty());
    CHECK(json_url(sample::feed_at({.page = 0, .pages = 3}), "next_url") == folder + "archive/3/feed.json");
    const Feed page = sample::feed_at({.page = 2, .pages = 3});
    CHECK(json_url(page, "next_url") == folder + "archive/1/feed.json");
    CHECK(json_url(page, "feed_url") == folder + "feed.json");
}

TEST_CASE("Atom tells of deleted entries, before the others, in the current document only") {
    Feed feed = sample::feed_at({.page = 0, .pages = 0});
    feed.deleted = sample::deleted_entries();
    const Xml xml(write_atom(feed, sample::entries()));
    CHECK(xml.all("/a:feed/t:deleted-entry/@ref") == Texts{"tag:example.com,2024:gone", "urn:x?a=1&b=2"});
    CHECK(xml.all("/a:feed/t:deleted-entry/@when") == Texts{"2025-02-10T09:00:00Z", "2025-02-09T09:00:00Z"});
    for (const Format format : {Format::rss, Format::json, Format::page}) {
        CHECK(write(format, feed, {}).find("gone") == std::string::npos);
    }
    feed.archive.page = 1;
    CHECK(write_atom(feed, {}).find("tombstones") == std::string::npos);
    feed.archive.page = 0;
    feed.deleted.clear();
    CHECK(write_atom(feed, {}).find("tombstones") == std::string::npos);
}

TEST_CASE("Atom documents with a history are valid by RFC 4287's schema") {
    for (const Archive archive : {Archive{0, 0}, Archive{0, 3}, Archive{1, 3}, Archive{2, 3}}) {
        Feed feed = sample::feed_at(archive);
        feed.deleted = sample::deleted_entries();
        CHECK(Xml(write_atom(feed, sample::entries())).is_valid_by(atom_schema));
        CHECK(Xml(write_atom(feed, {})).is_valid_by(atom_schema));
    }
}

}  // namespace tagwire::feed
