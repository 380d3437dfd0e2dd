#include "feed/archive.hpp"

#include <catch2/catch.hpp>

#include <random>

namespace tagwire::feed {

namespace {

struct Case {
    std::string current;
    std::size_t page;
    std::string path;
};

}  // namespace

TEST_CASE("an archive's page has its number before the last name of the feed's URL, and is read back from it") {
    const std::vector<Case> cases = {
        {"/atom.xml", 1, "/archive/1/atom.xml"},
        {"/", 1, "/archive/1/"},
        {"/tags/tide/atom.xml", 12, "/tags/tide/archive/12/atom.xml"},
        {"/tags/中文/", 999'999'999, "/tags/中文/archive/999999999/"},
        {"/archive/", 3, "/archive/archive/3/"},
        {"/archive/7/rss.xml", 3, "/archive/7/archive/3/rss.xml"},
    };
    for (const Case& one : cases) {
        CHECK(archive_url(one.current, one.page) == one.path);
        const auto place = read_archive_path(one.path);
        REQUIRE(place);
        CHECK(place->current == one.current);
        CHECK(place->page == one.page);
    }
}

TEST_CASE("a page of an absolute URL is an absolute URL") {
    CHECK(archive_url("https://example.org/tags/tide/feed.json", 2) ==
          "https://example.org/tags/tide/archive/2/feed.json");
    CHECK(archive_url("https://example.org/", 2) == "https://example.org/archive/2/");
}

TEST_CASE("a path that is not spelled as a page's is none") {
    for (const std::string path : {"",
                                   "/",
                                   "/archive",
                                   "/archive/",
                                   "/archive/1",
                                   "/archive//atom.xml",
                                   "/archive/0/atom.xml",
                                   "/archive/01/atom.xml",
                                   "/archive/+1/atom.xml",
                                   "/archive/-1/atom.xml",
                                   "/archive/1a/atom.xml",
                                   "/archive/ 1/atom.xml",
                                   "/archive/1//atom.xml",
                                   "/archive/1/2/atom.xml",
                                   "/archives/1/atom.xml",
                                   "/my-archive/1/atom.xml",
                                   "/Archive/1/atom.xml",
                                   "/archive/1000000000/atom.xml",
                                   "/archive/99999999999999999999999/atom.xml",
                                   "/archive/١/atom.xml",
                                   "archive/1/atom.xml"}) {
        CAPTURE(path);
        CHECK_FALSE(read_archive_path(path));
    }
}

TEST_CASE("whatever path is read as a page's is written so") {
    const std::vector<std::string> pieces = {"/", "/", "archive", "/archive/", "0", "1", "20", "a", "é", "%", " "};
    std::mt19937 random(1);
    int read = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string path = "/";
        for (unsigned count = random() % 8; count > 0; --count) path += pieces[random() % pieces.size()];
        const auto place = read_archive_path(path);
        if (!place) continue;
        ++read;
        CAPTURE(path);
        CHECK(archive_url(place->current, place->page) == path);
        CHECK(place->current.starts_with('/'));
    }
    CHECK(read > 100);
}

}  // namespace tagwire::feed
