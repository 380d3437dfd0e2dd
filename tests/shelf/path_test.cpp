#include "shelf/bench.hpp"
#include "shelf/paths.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

TEST_CASE("a document stands under the decoded path of its URL below the base") {
    struct Case {
        std::string base_url;
        std::string url;
        std::string path;
    };
    const auto row = GENERATE(values<Case>({
        {"https://example.org/", "https://example.org/", "/"},
        {"https://example.org/", "https://example.org", "/"},
        {"https://example.org/", "https://example.org/tags/c%2B%2B/rss.xml", "/tags/c++/rss.xml"},
        {"https://example.org/", "https://example.org/tags/%E4%B8%AD%E6%96%87/", "/tags/中文/"},
        {"https://example.org/", "https://example.org/100%25/", "/100%/"},
        {"https://example.org/feeds/", "https://example.org/feeds/", "/"},
        {"https://example.org/feeds/", "https://example.org/feeds/tags/go/", "/tags/go/"},
        {"https://example.org/a%20b/", "https://example.org/a%20b/c", "/c"},
        {"https://example.org/feeds/", "https://example.org/feeds/feeds/x", "/feeds/x"},
        {"https://example.org/feeds/", "https://example.org/feedsters/", "/feedsters/"},
    }));
    CAPTURE(row.base_url, row.url);
    CHECK(Paths(row.base_url).of(row.url) == row.path);
}

TEST_CASE("a document is found with the base's path and without it") {
    Bench bench("https://example.org/feeds/");
    bench.shelf.put(
        {list_at("https://example.org/feeds/", "root"), list_at("https://example.org/feeds/go/rss.xml", "go")});
    const DocumentPtr document = bench.document("/go/rss.xml");
    CHECK(has(document, "go"));
    CHECK(document->link == "<https://example.org/feeds/go/rss.xml>; rel=\"self\"");
    CHECK(bench.document("/feeds/go/rss.xml") == document);
    CHECK(has(bench.document("/"), "root"));
    CHECK(has(bench.document("/feeds/"), "root"));
    CHECK(bench.moved("/feeds") == "https://example.org/feeds/");
    CHECK(is<NotFound>(bench.get("/feeds/feeds/go/rss.xml")));
}

TEST_CASE("a document below a folder that is named as the base's path is found, if the proxy took the base away") {
    Bench bench("https://example.org/feeds/");
    bench.shelf.put({list_at("https://example.org/feeds/feeds/rss.xml", "tag feeds")});
    CHECK(has(bench.document("/feeds/rss.xml"), "tag feeds"));
    CHECK(has(bench.document("/feeds/feeds/rss.xml"), "tag feeds"));
}

TEST_CASE("other spellings of a path are moved to the document's URL") {
    struct Case {
        std::string asked;
        std::string location;
    };
    const auto row = GENERATE(values<Case>({
        {"/tags/go", "https://example.org/tags/go/"},
        {"/Tags/GO/", "https://example.org/tags/go/"},
        {"/Tags/GO", "https://example.org/tags/go/"},
        {"/tags/go//", "https://example.org/tags/go/"},
        {"/tags/go/rss.xml/", "https://example.org/tags/go/rss.xml"},
        {"/tags/go/RSS.XML", "https://example.org/tags/go/rss.xml"},
        {"/tags/cafe\u0301/", "https://example.org/tags/caf%C3%A9/"},
        {"/tags/CAFE\u0301", "https://example.org/tags/caf%C3%A9/"},
        {"/TAGS/CAF\u00c9/", "https://example.org/tags/caf%C3%A9/"},
        {"/About", "https://example.org/About/"},
        {"//", "https://example.org/"},
    }));
    Bench bench;
    bench.shelf.put({list_at("https://example.org/", "root"), list_at("https://example.org/tags/go/", "page"),
                     list_at("https://example.org/tags/go/rss.xml", "feed"),
                     list_at("https://example.org/tags/caf%C3%A9/", "accents"),
                     list_at("https://example.org/About/", "upper")});
    CAPTURE(row.asked);
    CHECK(bench.moved(row.asked) == row.location);
}

TEST_CASE("what has no document under any spelling is not found") {
    const auto path =
        GENERATE(values<std::string>({"/tags", "/tags/go/rss", "/about/", "/x", "", "tags/go/", "/tags/go/../go/",
                                      "//example.com/", "/tags/\xff\xfe/", std::string("/tags/go/\0", 10)}));
    Bench bench;
    bench.shelf.put({list_at("https://example.org/tags/go/", "page"), list_at("https://example.org/About/", "upper")});
    CAPTURE(path);
    CHECK(is<NotFound>(bench.get(path)));
}

TEST_CASE("a removed page is not found; what is no article's page cannot be removed") {
    Bench bench;
    bench.shelf.put(
        {page_of(article_at("https://example.org/a/", "article")), list_at("https://example.org/list", "list")});
    CHECK(has(bench.document("/a/"), "article"));
    bench.shelf.remove("https://example.org/a/");
    bench.shelf.remove("https://example.org/a/");
    bench.shelf.remove("https://example.org/list");
    CHECK(is<NotFound>(bench.get("/a/")));
    CHECK(is<NotFound>(bench.get("/a")));
    CHECK(has(bench.document("/list"), "list"));
}

TEST_CASE("who waited for a page that is removed meanwhile is given it") {
    Bench bench;
    bench.shelf.put({page_of(article_at("https://example.org/a/", "article"))});
    const auto answer = bench.ask("/a/");
    bench.shelf.remove("https://example.org/a/");
    bench.run_tasks();
    CHECK(has(std::get<DocumentPtr>(**answer), "article"));
}

TEST_CASE("a retired document is gone until something is put in its place") {
    Bench bench("https://example.org/feeds/");
    const std::string url = "https://example.org/feeds/rss.xml";
    bench.shelf.put({list_at(url, "old")});
    bench.shelf.retire(url);
    CHECK(is<Gone>(bench.get("/rss.xml")));
    CHECK(is<Gone>(bench.get("/feeds/rss.xml")));
    bench.shelf.put({list_at(url, "new")});
    CHECK(has(bench.document("/rss.xml"), "new"));
}

TEST_CASE("an article's page never takes the place of a feed; a feed takes the place of an article's page") {
    const std::string url = "https://example.org/go/";
    Bench bench;
    const Recipe page = page_of(article_at(url, "article"));
    bench.shelf.put({page, list_at(url, "feed")});
    CHECK(has(bench.document("/go/"), "feed"));
    bench.shelf.put({page});
    CHECK(has(bench.document("/go/"), "feed"));
    bench.shelf.remove(url);
    CHECK(has(bench.document("/go/"), "feed"));
}

TEST_CASE("what is dropped is not found, whatever it was, and may be put there again") {
    Bench bench;
    const std::vector<std::string> urls = {"https://example.org/a/", "https://example.org/list"};
    const auto put = [&] { bench.shelf.put({page_of(article_at(urls[0], "article")), list_at(urls[1], "list")}); };
    put();
    bench.shelf.drop(urls);
    bench.shelf.drop(urls);
    CHECK(is<NotFound>(bench.get("/a/")));
    CHECK(is<NotFound>(bench.get("/list")));
    put();
    CHECK(has(bench.document("/a/"), "article"));
    CHECK(has(bench.document("/list"), "list"));
}

TEST_CASE("a document that has another URL is moved there, until something is put in its place") {
    Bench bench("https://example.org/feeds/");
    const std::string from = "https://example.org/feeds/tags/sea/rss.xml";
    const std::string to = "https://example.org/feeds/tags/%E6%B5%B7/rss.xml";
    bench.shelf.put({list_at(from, "old")});
    bench.shelf.redirect(from, to);
    bench.shelf.put({list_at(to, "new")});
    CHECK(bench.moved("/tags/sea/rss.xml") == to);
    CHECK(bench.moved("/feeds/tags/sea/rss.xml") == to);
    CHECK(has(bench.document("/tags/海/rss.xml"), "new"));
    bench.shelf.put({list_at(from, "another")});
    CHECK(has(bench.document("/tags/sea/rss.xml"), "another"));
}

TEST_CASE("a document that had several URLs is moved to the last of them in one hop") {
    Bench bench;
    const std::string a = "https://example.org/a";
    const std::string b = "https://example.org/b";
    const std::string c = "https://example.org/c";
    bench.shelf.redirect(a, b);
    bench.shelf.redirect(b, c);
    CHECK(bench.moved("/a") == c);
    CHECK(bench.moved("/b") == c);
    bench.shelf.redirect(c, a);  // and back again
    CHECK(bench.moved("/b") == a);
    CHECK(bench.moved("/c") == a);
    bench.shelf.put({list_at(a, "at home")});
    CHECK(has(bench.document("/a"), "at home"));
    bench.shelf.retire(a);
    CHECK(is<Gone>(bench.get("/c")));
}

TEST_CASE("where only the host or the base is another, a document stays where it is") {
    Bench bench("https://new.example.org/feeds/");
    bench.shelf.put({list_at("https://new.example.org/feeds/rss.xml", "feed")});
    bench.shelf.redirect("https://old.example.org/rss.xml", "https://new.example.org/feeds/rss.xml");
    CHECK(has(bench.document("/rss.xml"), "feed"));
}
