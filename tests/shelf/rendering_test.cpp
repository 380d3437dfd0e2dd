// When documents are rendered, and who is given which.
#include "base/digest.hpp"
#include "shelf/bench.hpp"

#include <catch2/catch.hpp>

#include <stdexcept>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

const std::string list_url = "https://example.org/feeds.opml";

}  // namespace

TEST_CASE("nothing is rendered before it is asked for, and then once for all who wait") {
    Bench bench;
    bench.shelf.put({list_at(list_url, "one")});
    CHECK(bench.tasks.empty());
    const auto first = bench.ask("/feeds.opml");
    const auto second = bench.ask("/feeds.opml");
    CHECK(bench.tasks.size() == 1);
    CHECK_FALSE(*first);
    CHECK(bench.run_tasks() == 1);
    REQUIRE((*first && *second));
    CHECK(std::get<DocumentPtr>(**first) == std::get<DocumentPtr>(**second));
    CHECK(has(std::get<DocumentPtr>(**first), "one"));
}

TEST_CASE("a fresh document is given at once") {
    Bench bench;
    bench.shelf.put({list_at(list_url, "one")});
    const DocumentPtr document = bench.document("/feeds.opml");
    const auto again = bench.ask("/feeds.opml");
    REQUIRE(*again);
    CHECK(std::get<DocumentPtr>(**again) == document);
    CHECK(bench.tasks.empty());
}

TEST_CASE("nobody who asks after put() is given the earlier document") {
    Bench bench;
    bench.shelf.put({list_at(list_url, "one")});
    (void)bench.document("/feeds.opml");
    bench.shelf.put({list_at(list_url, "two")});
    const auto answer = bench.ask("/feeds.opml");
    CHECK_FALSE(*answer);
    bench.run_tasks();
    CHECK(has(std::get<DocumentPtr>(**answer), "two"));
}

TEST_CASE("who asks while an earlier recipe is rendered waits for the current one") {
    Bench bench;
    std::shared_ptr<std::optional<Answer>> late;
    int rendered = 0;
    bench.bodies.give = [&](const content::Article&) {
        if (++rendered == 1) {
            bench.shelf.put({page_of(article_at("https://example.org/a/", "omega"))});
            late = bench.ask("/a/");
            CHECK(bench.tasks.empty());  // single flight
        }
        return Result<std::string>("text");
    };
    content::Article article = article_at("https://example.org/a/", "alpha");
    bench.shelf.put({page_of(article)});
    const auto early = bench.ask("/a/");
    CHECK(bench.run_tasks() == 2);
    CHECK(has(std::get<DocumentPtr>(**early), "alpha"));
    REQUIRE(*late);
    CHECK(has(std::get<DocumentPtr>(**late), "omega"));
    CHECK_FALSE(has(std::get<DocumentPtr>(**late), "alpha"));
}

TEST_CASE("a document that was asked for is rendered ahead of time when its recipe changes, one that was not is not") {
    Bench bench;
    bench.shelf.put({list_at(list_url, "one")});
    (void)bench.document("/feeds.opml");
    bench.shelf.put({list_at(list_url, "two")});
    CHECK(bench.run_tasks() == 1);
    const auto answer = bench.ask("/feeds.opml");
    REQUIRE(*answer);
    CHECK(has(std::get<DocumentPtr>(**answer), "two"));

    bench.shelf.put({list_at(list_url, "three")});
    CHECK(bench.run_tasks() == 1);
    bench.shelf.put({list_at(list_url, "four")});  // nobody asked for the third
    CHECK(bench.run_tasks() == 0);
    CHECK(has(bench.document("/feeds.opml"), "four"));
}

TEST_CASE("if readers waited for a recipe that is outdated when it is rendered, the next is rendered ahead of time") {
    Bench bench;
    bench.bodies.give = [&](const content::Article& article) {
        if (article.metadata.title == "alpha") {
            bench.shelf.put({page_of(article_at("https://example.org/a/", "omega"))});
        }
        return Result<std::string>("text");
    };
    bench.shelf.put({page_of(article_at("https://example.org/a/", "alpha"))});
    CHECK(has(bench.document("/a/"), "alpha"));
    const auto answer = bench.ask("/a/");
    REQUIRE(*answer);
    CHECK(has(std::get<DocumentPtr>(**answer), "omega"));
}

TEST_CASE("what cannot be rendered leaves the last good document, and is tried again when asked for") {
    Bench bench;
    const auto fail = [](const content::Article&) -> Result<std::string> { throw std::runtime_error("out of luck"); };
    const auto succeed = bench.bodies.give;
    bench.bodies.give = fail;
    content::Article article = article_at("https://example.org/a/", "alpha");
    bench.shelf.put({page_of(article)});
    CHECK(is<Failed>(bench.get("/a/")));
    bench.bodies.give = succeed;
    const DocumentPtr good = bench.document("/a/");
    CHECK(has(good, "alpha"));

    bench.bodies.give = fail;
    article.metadata.title = "omega";
    article.metadata.bytes = {1, 2};
    bench.shelf.put({page_of(article)});
    CHECK(bench.run_tasks() == 1);
    CHECK(bench.document("/a/") == good);
    bench.bodies.give = succeed;
    CHECK(has(bench.document("/a/"), "omega"));
}

TEST_CASE("equal bytes keep the document with all its validators, and are not settled again") {
    Bench bench;
    bench.shelf.put({list_at(list_url, "one")});
    const DocumentPtr first = bench.document("/feeds.opml");
    bench.now += 1h;
    bench.shelf.put({list_at(list_url, "one")});
    CHECK(bench.document("/feeds.opml") == first);
    CHECK(bench.settled.size() == 1);
}

TEST_CASE("changed bytes are settled with their path and hash, in whole seconds, and never go back") {
    Bench bench("https://example.org/feeds/");
    bench.now = noon + 999ms;
    bench.shelf.put({list_at("https://example.org/feeds/a%20b.opml", "one")});
    const DocumentPtr first = bench.document("/a b.opml");
    CHECK(first->last_modified == noon);
    REQUIRE(bench.settled.size() == 1);
    CHECK(bench.settled[0].path == "/a b.opml");
    CHECK(bench.settled[0].hash == hash64(first->identity));

    bench.now = noon - 1h;
    bench.shelf.put({list_at("https://example.org/feeds/a%20b.opml", "two")});
    CHECK(bench.document("/a b.opml")->last_modified == noon);
    bench.now = noon + 1h;
    bench.shelf.put({list_at("https://example.org/feeds/a%20b.opml", "three")});
    CHECK(bench.document("/a b.opml")->last_modified == noon + 1h);
}

TEST_CASE("before the first scan nothing is ready") {
    Bodies bodies;
    Renderer renderer(bodies);
    Shelf shelf({.base_url = "https://example.org/",
                 .run = [](const auto&) { FAIL("nothing is to be run"); },
                 .settle = {},
                 .archive = {}},
                renderer);
    shelf.put({list_at(list_url, "one")});
    std::optional<Answer> answer;
    shelf.ask("/feeds.opml", [&](Answer given) { answer = std::move(given); });
    REQUIRE(answer);
    CHECK(is<NotReady>(*answer));
}
