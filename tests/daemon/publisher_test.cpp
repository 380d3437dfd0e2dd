#include "newsroom.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::test;

TEST_CASE("A saved article changes exactly the feeds that it belongs to") {
    Newsroom room;
    room.apply(
        {room.see("a.md", article("A", "2026-01-01", "qq")), room.see("b.md", article("B", "2026-01-02", "wire"))});
    CHECK(room.titles("/atom.xml") == "B-A");
    CHECK(room.titles("/tags/qq/atom.xml") == "A");

    room.save("c.md", article("C", "2026-01-03", "qq"));
    CHECK(room.titles("/tags/qq/atom.xml") == "C-A");
    CHECK(room.stale.count("https://example.org/tags/qq/rss.xml") == 1);
    CHECK(room.stale.count("https://example.org/c/") == 1);
    CHECK(room.stale.count("https://example.org/tags/wire/rss.xml") == 0);
    CHECK(room.stale.count("https://example.org/feeds.opml") == 0);
}

TEST_CASE("A file that is saved again with the same bytes changes nothing") {
    Newsroom room;
    room.save("a.md", article("A", "2026-01-01", "qq"));
    room.now += std::chrono::hours(1);
    room.save("a.md", article("A", "2026-01-01", "qq"));
    CHECK(room.stale.empty());
}

TEST_CASE("A deleted article leaves its feeds, its page is withdrawn, and the feeds' dates move") {
    Newsroom room;
    room.apply(
        {room.see("a.md", article("A", "2026-01-01", "qq")), room.see("b.md", article("B", "2026-01-02", "qq"))});
    const auto publication = room.remove("a.md");
    CHECK(room.titles("/tags/qq/atom.xml") == "B");
    CHECK(publication.withdrawn == std::vector<std::string>{"https://example.org/a/"});
    CHECK(room.feed("/tags/qq/atom.xml").updated == room.now);
}

TEST_CASE("A term whose last article goes keeps an empty feed") {
    Newsroom room;
    room.save("a.md", article("A", "2026-01-01", "qq"));
    room.remove("a.md");
    CHECK(room.titles("/tags/qq/atom.xml").empty());
    CHECK(room.publisher.feeds().groups().size() == 1);  // the site's alone
}

TEST_CASE("A file that turns bad keeps its last good version, and is reported once") {
    Newsroom room;
    room.save("a.md", article("A", "2026-01-01", "qq"));
    const std::string bad = "---\ntitle: \"A\ndate: 2026-01-01\n---\nbody\n";
    const auto publication = room.save("a.md", bad);
    CHECK(has_error(publication.problems));
    CHECK(room.titles("/tags/qq/atom.xml") == "A");
    CHECK(room.stale.empty());
    CHECK(room.save("a.md", bad).problems.empty());
    CHECK(has_error(room.publisher.problems()));
    CHECK(room.store.body(room.article_at("a.md").metadata.bytes) == "\nA lantern hangs over the quay.\n");

    room.save("a.md", article("Mended", "2026-01-01", "qq"));
    CHECK(room.titles("/tags/qq/atom.xml") == "Mended");
    CHECK(room.publisher.problems().empty());
}

TEST_CASE("A broken file at the start keeps what is remembered of it") {
    Newsroom before;
    before.save("a.md", article("A", "2026-01-01", "qq"));
    Newsroom room(settings(), before.store, before.now);
    room.apply({room.see("a.md", "---\ntitle: x\n")});
    CHECK(room.titles("/tags/qq/atom.xml") == "A");
}

TEST_CASE("Two articles cannot have one id: the first keeps it, and the other gets its turn when it goes") {
    Newsroom room;
    const std::string id = "id: https://example.org/1\n";
    const auto publication = room.apply({room.see("a.md", article("A", "2026-01-01", "qq", id)),
                                         room.see("b.md", article("B", "2026-01-02", "qq", id))});
    REQUIRE(publication.problems.size() == 1);
    CHECK(publication.problems.front().code == "duplicate-id");
    CHECK(publication.problems.front().file == "b.md");
    CHECK(room.titles("/atom.xml") == "A");
    CHECK(room.remove("a.md").look_again == std::vector<std::string>{"b.md"});
    room.save("b.md", article("B", "2026-01-02", "qq", id));
    CHECK(room.titles("/atom.xml") == "B");
}

TEST_CASE("A renamed file keeps its id, and its place for a new file gets another") {
    Newsroom room;
    const std::string bytes = article("A", "2026-01-01", "qq");
    room.apply({room.see("a.md", bytes, 7)});
    const std::string id = room.article_at("a.md").id;
    const auto publication = room.apply({room.see("new/b.md", bytes, 7)}, {"a.md"});
    CHECK(publication.renamed_from == std::set<std::string>{"a.md"});
    CHECK(room.article_at("new/b.md").id == id);
    CHECK(room.titles("/atom.xml") == "A");
    CHECK(publication.withdrawn == std::vector<std::string>{"https://example.org/a/"});

    room.save("a.md", article("Other", "2026-01-02", "qq"));
    CHECK(room.article_at("a.md").id != id);
}

TEST_CASE("A rename is believed only when there is no doubt") {
    Newsroom room;
    const std::string bytes = article("A", "2026-01-01", "qq");
    room.apply({room.see("a.md", bytes, 1), room.see("b.md", bytes, 2)});
    const std::string id = room.article_at("b.md").id;
    CHECK(room.apply({room.see("c.md", bytes, 9)}, {"a.md", "b.md"}).renamed_from.empty());
    CHECK(room.apply({room.see("d.md", bytes, 2)}, {"a.md", "b.md"}).renamed_from == std::set<std::string>{"b.md"});
    CHECK(room.article_at("d.md").id == id);
}

TEST_CASE("A scheduled article appears at its second, by the timer alone") {
    Newsroom room;
    const auto publication = room.apply({room.see("a.md", article("A", "2026-11-21T20:00:03Z", "qq"))});
    CHECK(room.titles("/atom.xml").empty());
    REQUIRE(publication.next_due == at("2026-11-21T20:00:03Z"));
    room.now = *publication.next_due;
    room.advance();
    CHECK(room.titles("/tags/qq/atom.xml") == "A");
}

TEST_CASE("The dates of a feed never go back") {
    Newsroom room;
    room.apply(
        {room.see("a.md", article("A", "2026-01-02", "qq")), room.see("b.md", article("B", "2026-01-01", "qq"))});
    room.save("b.md", article("New B", "2026-01-01", "qq"));
    const Instant moved = room.feed("/tags/qq/atom.xml").updated;
    CHECK(moved == room.now);
    room.save("b.md", article("New B", "2026-01-01", "qq", "lastmod: 2026-01-01\n"));
    CHECK(room.feed("/tags/qq/atom.xml").updated == moved);
}

TEST_CASE("An article whose link another one has gets its page when that one goes, and is told so") {
    Newsroom room;
    const auto publication = room.apply({room.see("a.md", article("A", "2026-01-01", "qq", "url: /same/\n")),
                                         room.see("b.md", article("B", "2026-01-02", "qq", "url: /same/\n"))});
    REQUIRE(publication.problems.size() == 1);
    CHECK(publication.problems.front().code == "duplicate-link");
    CHECK(room.page_of("https://example.org/same/") == "A");
    room.remove("a.md");
    CHECK(room.page_of("https://example.org/same/") == "B");
}
