#include "state/memory_store.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>
#include <vector>

using namespace tagwire;
using namespace tagwire::state;
using namespace std::chrono_literals;

namespace {

const Instant noon = std::chrono::sys_days{std::chrono::year{2025} / 2 / 10} + 12h;

ArticleRecord record(std::string path, std::string id) {
    ArticleRecord record;
    record.path = std::move(path);
    record.id = std::move(id);
    record.first_seen = noon;
    record.published = noon - 1h;
    record.updated = noon + 1h;
    record.bytes = {1, 2};
    record.significant = {3, 4};
    record.device = 5;
    record.inode = 6;
    return record;
}

}  // namespace

TEST_CASE("an article is remembered by path and by id, with all that was said of it") {
    MemoryStore store;
    store.remember(record("a.md", "urn:a"));
    for (const auto& found : {store.article("a.md"), store.article_with_id("urn:a")}) {
        REQUIRE(found);
        CHECK(found->path == "a.md");
        CHECK(found->id == "urn:a");
        CHECK(found->first_seen == noon);
        CHECK(found->published == noon - 1h);
        CHECK(found->updated == noon + 1h);
        CHECK(found->bytes == Fingerprint{1, 2});
        CHECK(found->significant == Fingerprint{3, 4});
        CHECK(found->device == 5);
        CHECK(found->inode == 6);
    }
    CHECK_FALSE(store.article("b.md"));
    CHECK_FALSE(store.article_with_id("urn:b"));
}

TEST_CASE("what is remembered of a path takes the place of what was, its id too") {
    MemoryStore store;
    store.remember(record("a.md", "urn:old"));
    store.remember(record("a.md", "urn:new"));
    CHECK(store.article("a.md")->id == "urn:new");
    CHECK_FALSE(store.article_with_id("urn:old"));
    CHECK(store.article_with_id("urn:new")->path == "a.md");
}

TEST_CASE("a rename keeps the id, and takes the place of what was at the other path") {
    MemoryStore store;
    store.remember(record("a.md", "urn:a"));
    store.remember(record("b.md", "urn:b"));
    store.rename("a.md", "b.md");
    CHECK_FALSE(store.article("a.md"));
    CHECK(store.article("b.md")->id == "urn:a");
    CHECK(store.article_with_id("urn:a")->path == "b.md");
    CHECK_FALSE(store.article_with_id("urn:b"));
    store.rename("unknown", "b.md");
    CHECK(store.article("b.md")->id == "urn:a");
    store.rename("b.md", "b.md");
    CHECK(store.article("b.md")->id == "urn:a");
}

TEST_CASE("a forgotten article frees its id, unless another path has claimed it since") {
    MemoryStore store;
    store.remember(record("a.md", "urn:a"));
    store.forget("a.md");
    store.forget("a.md");
    CHECK_FALSE(store.article("a.md"));
    CHECK_FALSE(store.article_with_id("urn:a"));

    store.remember(record("old.md", "urn:a"));
    store.remember(record("new.md", "urn:a"));
    store.forget("old.md");
    CHECK(store.article_with_id("urn:a")->path == "new.md");
}

TEST_CASE("documents are remembered by path, feeds by id; the last word counts") {
    MemoryStore store;
    CHECK_FALSE(store.document("/rss.xml"));
    store.remember_document("/rss.xml", {1, noon});
    store.remember_document("/rss.xml", {2, noon + 1h});
    CHECK(store.document("/rss.xml")->hash == 2);
    CHECK(store.document("/rss.xml")->last_modified == noon + 1h);

    CHECK_FALSE(store.feed_updated("urn:feed"));
    store.remember_feed_updated("urn:feed", noon);
    store.remember_feed_updated("urn:feed", noon + 1h);
    CHECK(store.feed_updated("urn:feed") == noon + 1h);
}

TEST_CASE("a body comes back as it was, until it is forgotten") {
    const auto body =
        GENERATE(values<std::string>({"", "short", std::string("a\0b\xff", 4), std::string(100'000, 'x')}));
    MemoryStore store;
    store.remember_body({1, 2}, body);
    CHECK(store.body({1, 2}) == body);
    CHECK(store.has_body({1, 2}));
    CHECK_FALSE(store.has_body({1, 3}));
    CHECK_FALSE(store.body({1, 3}));
    store.forget_body({1, 2});
    CHECK_FALSE(store.body({1, 2}));
    CHECK_FALSE(store.has_body({1, 2}));
}

TEST_CASE("bodies may be asked for by any thread while others come and go") {
    MemoryStore store;
    const auto body = [](std::uint64_t i) { return std::string(1000, static_cast<char>('a' + i % 26)); };
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 3; ++reader) {
        readers.emplace_back([&] {
            for (std::uint64_t i = 0; i < 3000; ++i) {
                const auto found = store.body({i % 10, 0});
                wrong += found && *found != body(i % 10) ? 1 : 0;
            }
        });
    }
    for (std::uint64_t i = 0; i < 3000; ++i) {
        store.remember_body({i % 10, 0}, body(i % 10));
        store.forget_body({(i + 5) % 10, 0});
    }
    for (std::thread& reader : readers) {
        reader.join();
    }
    CHECK(wrong == 0);
}
