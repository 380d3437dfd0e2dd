#include "newsroom.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::test;

namespace {

std::string id_of(const Newsroom& room, const std::string& path) { return room.article_at(path).id; }

}  // namespace

TEST_CASE("What is remembered is published without being seen again") {
    Newsroom before;
    before.apply(
        {before.see("a.md", article("A", "2026-01-01", "qq")), before.see("b.md", article("B", "2026-01-02", "wire"))});
    Newsroom room(settings(), before.store, before.now + std::chrono::hours(1));
    room.apply({});
    CHECK(room.titles("/atom.xml") == "B-A");
    CHECK(room.titles("/tags/qq/atom.xml") == "A");
    CHECK(room.page_of("https://example.org/a/") == "A");
    CHECK(room.feed("/atom.xml").updated == before.feed("/atom.xml").updated);
    CHECK(room.feed("/atom.xml").id == before.feed("/atom.xml").id);
    CHECK(id_of(room, "a.md") == id_of(before, "a.md"));
}

TEST_CASE("What was deleted meanwhile is, and the feeds' dates say so") {
    Newsroom before;
    before.apply(
        {before.see("a.md", article("A", "2026-01-01", "qq")), before.see("b.md", article("B", "2026-01-02", "qq"))});
    Newsroom room(settings(), before.store, before.now + std::chrono::hours(1));
    room.remove("a.md");
    CHECK(room.titles("/tags/qq/atom.xml") == "B");
    CHECK(room.feed("/tags/qq/atom.xml").updated == room.now);
}

TEST_CASE("Ids outlive the domain that they were minted for, but for one that means this machine alone") {
    Newsroom before;
    before.save("a.md", article("A", "2026-01-01", "qq"));
    auto moved = settings();
    moved.site.id_domain = "example.net";
    Newsroom room(moved, before.store, before.now);
    room.apply({});
    CHECK(id_of(room, "a.md") == id_of(before, "a.md"));

    auto local = settings();
    local.site.id_domain = "127.0.0.1";
    Newsroom tried(local);
    tried.save("a.md", article("A", "2026-01-01", "qq"));
    Newsroom real(settings(), tried.store, tried.now);
    const auto publication = real.apply({real.see("a.md", article("A", "2026-01-01", "qq"))});
    CHECK(id_of(real, "a.md") == id_of(before, "a.md"));
    REQUIRE(publication.problems.size() == 1);
    CHECK(publication.problems.front().code == "provisional-ids");
}

TEST_CASE("A site that is tried on this machine for a while keeps its ids") {
    Newsroom before;
    before.save("a.md", article("A", "2026-01-01", "qq"));
    auto local = settings();
    local.site.id_domain = "127.0.0.1";
    Newsroom tried(local, before.store, before.now);
    tried.apply({tried.see("b.md", article("B", "2026-01-02", "qq"))});
    Newsroom again(settings(), before.store, before.now);
    CHECK(again.apply({}).problems.empty());
    CHECK(id_of(again, "a.md") == id_of(before, "a.md"));
    Newsroom fresh;
    fresh.save("b.md", article("B", "2026-01-02", "qq"));
    CHECK(id_of(again, "b.md") == id_of(fresh, "b.md"));
}

TEST_CASE("The feed of a term that became empty is there after a restart, until it is forgotten") {
    auto chosen = settings();
    chosen.forget_after = std::chrono::hours(1);
    Newsroom before(chosen);
    before.save("a.md", article("A", "2026-01-01", "qq"));
    before.now += std::chrono::minutes(1);
    before.remove("a.md");
    Newsroom room(chosen, before.store, before.now + std::chrono::minutes(30));
    const auto publication = room.apply({});
    CHECK(room.titles("/tags/qq/atom.xml").empty());
    REQUIRE(publication.next_due == before.now + std::chrono::hours(1));
    room.now = *publication.next_due;
    const auto dropped = room.advance().dropped;
    CHECK(std::count(dropped.begin(), dropped.end(), "https://example.org/tags/qq/atom.xml") == 1);
    CHECK(room.store.feed({"tags", "qq"}) == nullptr);
}

TEST_CASE("Feeds that the configuration has taken away are gone, and come back with it") {
    Newsroom before;
    before.save("a.md", article("A", "2026-01-01", "qq"));
    auto fewer = settings();
    std::erase_if(fewer.definitions, [](const auto& definition) { return definition.name == "tags"; });
    Newsroom room(fewer, before.store, before.now);
    const auto retired = room.apply({}).former.removed;
    CHECK(std::count(retired.begin(), retired.end(), "https://example.org/tags/qq/rss.xml") == 1);
    Newsroom again(settings(), before.store, before.now);
    CHECK(again.apply({}).former.removed.empty());
    CHECK(again.titles("/tags/qq/atom.xml") == "A");
}

TEST_CASE("A feed that the configuration puts elsewhere can be found by where it was, for ever") {
    const auto at_urls = [](const std::string& atom, const std::string& rss) {
        auto chosen = settings();
        for (feed::Definition& definition : chosen.definitions) {
            if (definition.name != "tags") continue;
            definition.urls[static_cast<std::size_t>(feed::Format::atom)] = atom;
            definition.urls[static_cast<std::size_t>(feed::Format::rss)] = rss;
        }
        return chosen;
    };
    Newsroom before;
    before.save("a.md", article("A", "2026-01-01", "qq"));
    Newsroom second(at_urls("/t/{slug}/feed", ""), before.store, before.now);
    const auto former = second.apply({}).former;
    using Moved = std::vector<std::pair<std::string, std::string>>;
    CHECK(former.moved == Moved{{"https://example.org/tags/qq/atom.xml", "https://example.org/t/qq/feed"}});
    CHECK(former.removed == std::vector<std::string>{"https://example.org/tags/qq/rss.xml"});
    Newsroom third(at_urls("/u/{slug}/feed", "/tags/{slug}/rss.xml"), before.store, before.now);
    CHECK(third.apply({}).former.moved ==
          Moved{{"https://example.org/tags/qq/atom.xml", "https://example.org/u/qq/feed"},
                {"https://example.org/t/qq/feed", "https://example.org/u/qq/feed"}});
    Newsroom back(settings(), before.store, before.now);
    const auto last = back.apply({}).former;
    CHECK(last.removed.empty());
    CHECK(last.moved.size() == 2);
}

TEST_CASE("Tombstones are shown for their time, and not of what came back") {
    auto chosen = settings();
    chosen.tombstones = std::chrono::hours(1);
    Newsroom room(chosen);
    room.apply(
        {room.see("a.md", article("A", "2026-01-01", "qq")), room.see("b.md", article("B", "2026-01-02", "qq"))});
    const std::string id = id_of(room, "a.md");
    const auto shown = [&](const Newsroom& one) { return one.feed("/tags/qq/atom.xml").deleted; };
    const auto publication = room.remove("a.md");
    CHECK(shown(room) == std::vector<feed::DeletedEntry>{{id, room.now}});
    CHECK(publication.next_due == room.now + std::chrono::hours(1));

    Newsroom later(chosen, room.store, room.now + std::chrono::minutes(5));
    later.apply({});
    CHECK(shown(later) == shown(room));
    later.save("a.md", article("A", "2026-01-01", "qq"));
    CHECK(shown(later).empty());
    later.remove("a.md");
    later.now += std::chrono::hours(1);
    later.advance();
    CHECK(shown(later).empty());
}

TEST_CASE("A page of an archive depends on its entries alone") {
    Newsroom room;
    std::vector<daemon::Observation> seen;
    for (int i = 10; i < 40; ++i) {
        const std::string number = std::to_string(i);
        seen.push_back(
            room.see(number + ".md", article(number, "2025-01-" + std::to_string(i - 9), i == 10 ? "QQ" : "qq")));
    }
    room.apply(std::move(seen));
    const auto page = [](const Newsroom& one, std::size_t number) {
        const auto& current = one.feeds.at("https://example.org/tags/qq/atom.xml");
        const auto found = one.publisher.feeds().page({current, feed::Format::atom}, number);
        return std::get<shelf::FeedDocument>(std::get<shelf::Recipe>(found)).recipe;
    };
    CHECK(room.feed("/tags/qq/atom.xml").archive.pages == 2);
    const auto first = page(room, 1);
    REQUIRE(first->window.size() == 10);
    CHECK(first->window.back()->metadata.title == "10");
    CHECK(first->feed.updated == at("2025-01-10T00:00:00Z"));

    for (int i = 40; i < 80; ++i)
        room.save(std::to_string(i) + ".md", article(std::to_string(i), "2025-02-01", "QQ", "lang: en\n"));
    CHECK(room.feed("/tags/qq/atom.xml").title.starts_with("QQ"));
    const auto later = page(room, 1);
    CHECK(later->window == first->window);
    CHECK(later->feed.title == first->feed.title);
    CHECK(later->feed.language == first->feed.language);
    CHECK(later->feed.updated == first->feed.updated);

    const auto dropped = room.remove("10.md").dropped;
    CHECK(std::count(dropped.begin(), dropped.end(), "https://example.org/tags/qq/archive/1/atom.xml") == 1);
    CHECK(page(room, 1)->feed.updated == room.now);
    const auto beyond =
        room.publisher.feeds().page({room.feeds.at("https://example.org/tags/qq/atom.xml"), feed::Format::atom},
                                    room.feed("/tags/qq/atom.xml").archive.pages + 1);
    CHECK(std::get<shelf::Elsewhere>(beyond).location == "https://example.org/tags/qq/atom.xml");
}
