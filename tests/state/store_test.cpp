// What holds for each store: one that is in memory, and one that is written to a folder and read again in between.
#include "state/memory_store.hpp"

#include "state/same.hpp"
#include "state/sample.hpp"

#include <atomic>
#include <thread>

using namespace tagwire;
using namespace tagwire::state;
using namespace std::chrono_literals;

namespace {

class InMemory {
  public:
    Store& operator()() { return store_; }
    Store& settled() {
        CHECK(store_.commit().has_value());
        return store_;
    }

  private:
    MemoryStore store_;
};

class InFolder {
  public:
    Store& operator()() { return *store_; }
    // After a restart.
    Store& settled() {
        CHECK(store_->commit().has_value());
        store_.reset();
        store_ = open_sound(folder_.path());
        return *store_;
    }

  private:
    TempFolder folder_;
    std::unique_ptr<Store> store_ = open_sound(folder_.path());
};

using Ids = std::vector<std::string>;

}  // namespace

TEMPLATE_TEST_CASE("an article is found by path and by id, with all that was said of it", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store.settled();
    REQUIRE(store().article("a.md"));
    CHECK(store().holder("urn:a") == store().article("a.md"));
    check_same(*store().article("a.md"), record("a.md", "urn:a"));
    CHECK_FALSE(store().article("b.md"));
    CHECK_FALSE(store().holder("urn:b"));
}

TEMPLATE_TEST_CASE("what is remembered of an id takes the place of what was, at whatever path", "", InMemory,
                   InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store.settled();
    store().remember(record_with("b.md", "urn:a", {5, 6}));
    store.settled();
    CHECK_FALSE(store().article("a.md"));
    REQUIRE(store().article("b.md"));
    CHECK(store().holder("urn:a")->article->metadata.bytes == Fingerprint{5, 6});
    CHECK(store().deleted_at("a.md").empty());
}

TEMPLATE_TEST_CASE("another id at a path deletes the one that was there as of its first sight", "", InMemory,
                   InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:old"));
    store.settled();
    store().remember(record("a.md", "urn:new"));
    store.settled();
    CHECK(store().article("a.md")->article->id == "urn:new");
    REQUIRE(store().holder("urn:old"));
    CHECK(store().holder("urn:old")->deleted == noon);
    CHECK(ids(store().deleted_at("a.md")) == Ids{"urn:old"});
}

TEMPLATE_TEST_CASE("a rename keeps the record and gives its article the new path", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store.settled();
    const content::ArticlePtr before = store().article("a.md")->article;
    store().rename("a.md", "b.md");
    CHECK(before->path == "a.md");
    store.settled();
    CHECK_FALSE(store().article("a.md"));
    REQUIRE(store().article("b.md"));
    CHECK(store().article("b.md")->article->path == "b.md");
    CHECK(store().holder("urn:a") == store().article("b.md"));
    CHECK(store().article("b.md")->entered.number == 7);
}

TEMPLATE_TEST_CASE("a rename over another article deletes that one", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store().remember(record("b.md", "urn:b"));
    store.settled();
    store().rename("a.md", "b.md");
    store.settled();
    CHECK(store().article("b.md")->article->id == "urn:a");
    CHECK(ids(store().deleted_at("b.md")) == Ids{"urn:b"});
}

TEMPLATE_TEST_CASE("renaming what is not known, or to its own path, changes nothing", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store().rename("unknown.md", "a.md");
    store().rename("a.md", "a.md");
    store.settled();
    CHECK(store().article("a.md")->article->id == "urn:a");
}

TEMPLATE_TEST_CASE("a deleted article leaves its path and keeps its id", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store.settled();
    store().remember_deletion("a.md", noon + 5h);
    store().remember_deletion("unknown.md", noon);
    store.settled();
    CHECK_FALSE(store().article("a.md"));
    REQUIRE(store().holder("urn:a"));
    CHECK(store().holder("urn:a")->deleted == noon + 5h);
    int visited = 0;
    store().for_each_article([&](const ArticleRecord&) { ++visited; });
    CHECK(visited == 0);
}

TEMPLATE_TEST_CASE("deleted articles are found by their path and by their bytes, the last first", "", InMemory,
                   InFolder) {
    TestType store;
    store().remember(record_with("a.md", "urn:1", {1, 1}));
    store().remember_deletion("a.md", noon + 1h);
    store().remember(record_with("a.md", "urn:2", {1, 1}));
    store().remember_deletion("a.md", noon + 3h);
    store().remember(record_with("a.md", "urn:3", {2, 2}));
    store().remember_deletion("a.md", noon + 2h);
    store.settled();
    CHECK(ids(store().deleted_at("a.md")) == Ids{"urn:2", "urn:3", "urn:1"});
    CHECK(ids(store().deleted_with({1, 1})) == Ids{"urn:2", "urn:1"});
    CHECK(store().deleted_at("b.md").empty());
    CHECK(store().deleted_with({3, 3}).empty());
}

TEMPLATE_TEST_CASE("a deleted article that comes back is not deleted any more", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store().remember_deletion("a.md", noon + 1h);
    store.settled();
    store().remember(record("b.md", "urn:a"));
    store.settled();
    CHECK(store().article("b.md")->article->id == "urn:a");
    CHECK_FALSE(store().holder("urn:a")->deleted);
    CHECK(store().deleted_at("a.md").empty());
    CHECK(store().deleted_with(record("", "").article->metadata.bytes).empty());
}

TEMPLATE_TEST_CASE("articles deleted before an instant are forgotten, and no others", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store().remember_deletion("a.md", noon + 1h);
    store().remember(record("b.md", "urn:b"));
    store().remember_deletion("b.md", noon + 2h);
    store().remember(record("c.md", "urn:c"));
    store.settled();
    store().forget_deleted_before(noon + 2h);
    store.settled();
    CHECK_FALSE(store().holder("urn:a"));
    CHECK(store().deleted_at("a.md").empty());
    CHECK(store().holder("urn:b"));
    CHECK(store().article("c.md"));
}

TEMPLATE_TEST_CASE("a file that is no article is remembered with the reason until it is forgotten", "", InMemory,
                   InFolder) {
    TestType store;
    store().remember_skipped("README.md", {{1, noon, 2, 3}, "no front matter"});
    store.settled();
    REQUIRE(store().skipped("README.md"));
    CHECK(store().skipped("README.md")->file == FileVersion{1, noon, 2, 3});
    CHECK(store().skipped("README.md")->reason == "no front matter");
    store().forget_skipped("README.md");
    store().forget_skipped("README.md");
    store.settled();
    CHECK_FALSE(store().skipped("README.md"));
}

TEMPLATE_TEST_CASE("a feed is remembered with all that it said, and the last word counts", "", InMemory, InFolder) {
    TestType store;
    store().remember_feed(feed_record("a"));
    store.settled();
    REQUIRE(store().feed({"tags", "a"}));
    CHECK(*store().feed({"tags", "a"}) == feed_record("a"));
    FeedRecord changed = feed_record("a");
    changed.updated += 1h;
    changed.emptied.reset();
    changed.deleted = {{"urn:b", noon}};
    store().remember_feed(changed);
    store.settled();
    CHECK(*store().feed({"tags", "a"}) == changed);
    CHECK_FALSE(store().feed({"tags", "b"}));
}

TEMPLATE_TEST_CASE("pages of a feed stay while it changes, and go with it", "", InMemory, InFolder) {
    TestType store;
    store().remember_page({"tags", "a"}, 1, {10, noon});  // before the feed is
    store.settled();
    store().remember_feed(feed_record("a"));
    store().remember_page({"tags", "a"}, 1, {10, noon});
    store().remember_page({"tags", "a"}, 2, {20, noon + 1h});
    store.settled();
    FeedRecord changed = feed_record("a");
    changed.title = "other";
    store().remember_feed(changed);
    store().remember_page({"tags", "a"}, 1, {10, noon + 2h});
    store.settled();
    REQUIRE(store().pages({"tags", "a"}).size() == 2);
    CHECK(store().pages({"tags", "a"})[0].updated == noon + 2h);
    CHECK(store().pages({"tags", "a"})[1].last_number == 20);

    store().forget_feed({"tags", "a"});
    store().forget_feed({"tags", "unknown"});
    CHECK(store().pages({"tags", "a"}).empty());
    store().remember_feed(feed_record("a"));
    store.settled();
    CHECK(store().feed({"tags", "a"}));
    CHECK(store().pages({"tags", "a"}).empty());
}

TEMPLATE_TEST_CASE("a document's last change is remembered by its path", "", InMemory, InFolder) {
    TestType store;
    CHECK_FALSE(store().document("/rss.xml"));
    store().remember_document("/rss.xml", {1, noon});
    store().remember_document("/rss.xml", {0xFFFF'FFFF'FFFF'FFFE, noon + 1h});
    store.settled();
    REQUIRE(store().document("/rss.xml"));
    CHECK(store().document("/rss.xml")->hash == 0xFFFF'FFFF'FFFF'FFFE);
    CHECK(store().document("/rss.xml")->last_modified == noon + 1h);
    store().remember_document("/rss.xml", {3, noon + 2h});
    CHECK(store().document("/rss.xml")->hash == 3);
    CHECK_FALSE(store().document("/atom.xml"));
}

TEMPLATE_TEST_CASE("a body comes back as it was, until it is forgotten", "", InMemory, InFolder) {
    const auto body =
        GENERATE(values<std::string>({"", "short", std::string("a\0b\xff", 4), std::string(100'000, 'x')}));
    TestType store;
    store().remember_body({1, 2}, body);
    CHECK(store().body({1, 2}) == body);
    store.settled();
    CHECK(store().body({1, 2}) == body);
    CHECK(store().has_body({1, 2}));
    CHECK_FALSE(store().has_body({1, 3}));
    CHECK_FALSE(store().body({1, 3}));
    store().forget_body({1, 2});
    CHECK_FALSE(store().body({1, 2}));
    store.settled();
    CHECK_FALSE(store().has_body({1, 2}));
    CHECK_FALSE(store().body({1, 2}));
}

TEMPLATE_TEST_CASE("marks are remembered", "", InMemory, InFolder) {
    TestType store;
    CHECK(store().marks() == Marks{});
    const Marks marks{noon, 42, {5, 6}, "example.org"};
    store().remember_marks(marks);
    store.settled();
    CHECK(store().marks() == marks);
}

TEMPLATE_TEST_CASE("clearing forgets everything, and what comes after is remembered", "", InMemory, InFolder) {
    TestType store;
    store().remember(record("a.md", "urn:a"));
    store().remember_skipped("b.md", {});
    store().remember_feed(feed_record("a"));
    store().remember_page({"tags", "a"}, 1, {10, noon});
    store().remember_document("/rss.xml", {1, noon});
    store().remember_body({1, 2}, "body");
    store().remember_marks({noon, 42, {5, 6}, "example.org"});
    store.settled();
    store().clear();
    store().remember(record("c.md", "urn:c"));
    for (const bool settled : {false, true}) {
        if (settled) store.settled();
        CHECK_FALSE(store().holder("urn:a"));
        CHECK_FALSE(store().skipped("b.md"));
        CHECK_FALSE(store().feed({"tags", "a"}));
        CHECK(store().pages({"tags", "a"}).empty());
        CHECK_FALSE(store().document("/rss.xml"));
        CHECK_FALSE(store().has_body({1, 2}));
        CHECK_FALSE(store().body({1, 2}));
        CHECK(store().marks() == Marks{});
        CHECK(store().article("c.md"));
    }
}

TEMPLATE_TEST_CASE("bodies may be asked for by any thread while others come, go and are saved", "", InMemory,
                   InFolder) {
    TestType store;
    const auto body = [](std::uint64_t i) { return std::string(1000, static_cast<char>('a' + i % 26)); };
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            for (std::uint64_t i = 0; i < 2000; ++i) {
                const auto found = store().body({i % 10, 0});
                wrong += found && *found != body(i % 10) ? 1 : 0;
            }
        });
    }
    for (std::uint64_t i = 0; i < 2000; ++i) {
        store().remember_body({i % 10, 0}, body(i % 10));
        store().forget_body({(i + 5) % 10, 0});
        if (i % 50 == 0) wrong += store().commit() ? 0 : 1;
    }
    for (std::thread& reader : readers) reader.join();
    CHECK(wrong == 0);
}
