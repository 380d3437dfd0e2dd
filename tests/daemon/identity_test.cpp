#include "newsroom.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::test;

TEST_CASE("The id is the front matter's, else one minted of the path, the same for ever") {
    Newsroom one;
    Newsroom other;
    one.save("a.md", article("A", "2026-01-01", "qq"));
    other.save("a.md", article("Other", "2026-01-02", "wire"));
    CHECK(one.article_at("a.md").id == other.article_at("a.md").id);
    CHECK(one.article_at("a.md").id.starts_with("urn:uuid:"));
    one.save("b.md", article("B", "2026-01-01", "qq", "guid: https://old.example/?p=1\n"));
    CHECK(one.article_at("b.md").id == "https://old.example/?p=1");
}

TEST_CASE("A date in the front matter always decides, also when it is corrected") {
    Newsroom room;
    room.save("a.md", article("A", "2026-01-02", "qq"));
    room.save("a.md", article("A", "2026-01-01", "qq"));
    CHECK(room.article_at("a.md").published == at("2026-01-01T00:00:00Z"));
}

TEST_CASE("A date that was guessed is frozen until the front matter gives one") {
    Newsroom room;
    const std::string undated = "---\ntitle: A\n---\nbody ";
    room.save("a.md", undated);
    CHECK(room.article_at("a.md").published == room.file_time);
    room.file_time += std::chrono::hours(5);
    room.save("a.md", undated + "more");
    CHECK(room.article_at("a.md").published == at("2026-01-01T00:00:00Z"));
    room.save("a.md", article("A", "2025-05-05", "qq"));
    CHECK(room.article_at("a.md").published == at("2025-05-05T00:00:00Z"));
}

TEST_CASE("`updated` moves when title, body or link change, or the front matter says so, and for nothing else") {
    Newsroom room;
    const auto updated = [&] { return room.article_at("a.md").updated; };
    room.save("a.md", article("A", "2026-01-01", "qq"));
    CHECK(updated() == at("2026-01-01T00:00:00Z"));
    room.save("a.md", article("A", "2026-01-01", "qq, wire", "weight: 3\n"));
    CHECK(updated() == at("2026-01-01T00:00:00Z"));
    room.save("a.md", article("Another title", "2026-01-01", "qq"));
    CHECK(updated() == room.now);
    room.save("a.md", article("Another title", "2026-01-01", "qq", "lastmod: 2026-02-02\n"));
    CHECK(updated() == at("2026-02-02T00:00:00Z"));
    room.save("a.md", article("Another title", "2026-03-03", "qq", "lastmod: 2026-02-02\n"));
    CHECK(updated() == at("2026-03-03T00:00:00Z"));  // never before `published`
}

TEST_CASE("A file whose time lies ahead is dated now, and shown") {
    Newsroom room;
    room.file_time = room.now + std::chrono::hours(3);
    room.save("a.md", "---\ntitle: A\n---\nbody");
    CHECK(room.article_at("a.md").published == room.now);
    CHECK(room.titles("/atom.xml") == "A");
}
