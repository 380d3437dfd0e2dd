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

TEST_CASE("A minor change is no update, and none later either") {
    Newsroom room;
    room.save("a.md", article("A", "2026-01-01", "qq"));
    room.save("a.md", article("Another title", "2026-01-01", "qq", "minor: true\n"));
    CHECK(room.article_at("a.md").metadata.title == "Another title");
    CHECK(room.article_at("a.md").updated == at("2026-01-01T00:00:00Z"));
    room.save("a.md", article("Another title", "2026-01-01", "qq"));
    CHECK(room.article_at("a.md").updated == at("2026-01-01T00:00:00Z"));
}

TEST_CASE("With permalinks as ids, the first one stays the id") {
    auto chosen = settings();
    chosen.ids = daemon::IdSource::permalink;
    Newsroom room(chosen);
    room.save("a.md", article("A", "2026-01-01", "qq"));
    CHECK(room.article_at("a.md").id == "https://example.org/a/");
    room.save("a.md", article("A", "2026-01-01", "qq", "slug: other\n"));
    CHECK(room.article_at("a.md").metadata.link == "https://example.org/other/");
    CHECK(room.article_at("a.md").id == "https://example.org/a/");
}

TEST_CASE(
    "A deleted article that comes back keeps its id and its guessed date, and another at its path gets a new id") {
    Newsroom room;
    const std::string undated = "---\ntitle: A\n---\nbody";
    room.save("a.md", undated);
    const content::Article before = room.article_at("a.md");
    room.remove("a.md");
    room.save("a.md", article("Other", "2026-01-02", "qq"));
    const std::string other = room.article_at("a.md").id;
    CHECK(other != before.id);
    room.remove("a.md");
    room.file_time += std::chrono::hours(5);
    room.save("a.md", undated);
    CHECK(room.article_at("a.md").id == before.id);
    CHECK(room.article_at("a.md").published == before.published);
    room.save("b.md", article("Other", "2026-01-02", "qq"));  // the same bytes at another path
    CHECK(room.article_at("b.md").id == other);
}

TEST_CASE("A file that was edited as well as renamed is known by its inode and its title") {
    Newsroom room;
    room.apply({room.see("a.md", article("A", "2026-01-01", "qq"), 7)});
    const std::string id = room.article_at("a.md").id;
    room.apply({room.see("b.md", article("A", "2026-01-01", "wire"), 7)}, {"a.md"});
    CHECK(room.article_at("b.md").id == id);
    room.apply({room.see("c.md", article("Another", "2026-01-01", "wire"), 7)},
               {"b.md"});  // an old inode, a new article
    CHECK(room.article_at("c.md").id != id);
}

TEST_CASE("A new article is held back until it has rested, and never again once readers have seen it") {
    auto chosen = settings();
    chosen.hold_back = std::chrono::minutes(2);
    Newsroom room(chosen);
    room.save("old.md", article("Old", "2026-01-01", "qq"));
    CHECK(room.titles("/atom.xml") == "Old");  // it has rested since its file's time
    room.file_time = room.now;
    room.save("a.md", article("A", "2026-01-02", "qq"));
    CHECK(room.titles("/atom.xml") == "Old");
    room.now += std::chrono::minutes(1);
    const auto publication = room.save("a.md", article("B", "2026-01-02", "qq"));
    CHECK(publication.next_due == room.now + std::chrono::minutes(2));
    room.now += std::chrono::minutes(1);
    room.advance();
    CHECK(room.titles("/atom.xml") == "Old");
    room.now += std::chrono::minutes(1);
    room.advance();
    CHECK(room.titles("/atom.xml") == "B-Old");
    room.save("a.md", article("C", "2026-01-02", "qq"));
    CHECK(room.titles("/atom.xml") == "C-Old");
}
