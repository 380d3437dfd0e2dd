// Where the kernel's means end: its queue overflows, its watches run out.
#include "watch/inotify.hpp"
#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"
#include "watch/tree_watch.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>

using namespace tagwire::watch;

namespace {

using Changes = std::vector<Change>;

std::size_t queue_size() {
    std::size_t events = 0;
    std::ifstream{"/proc/sys/fs/inotify/max_queued_events"} >> events;
    return events;
}

bool hears_of(TreeWatch& watches, const std::string& name) {
    const auto events = watches.read();
    return std::any_of(events.begin(), events.end(), [&](const auto& event) { return event.name == name; });
}

}  // namespace

TEST_CASE("Nothing is lost when the kernel's queue overflows") {
    const auto events_max = queue_size();
    if (events_max == 0 || events_max > 200'000) {
        WARN("the queue cannot be made to overflow here");
        return;
    }
    const TempTree tree;
    tree.file("a.md");
    Mirror mirror{tree.root()};
    mirror.hold();
    for (std::size_t events = 0; events <= events_max; events += 4) {
        tree.move("a.md", "b.md");
        tree.move("b.md", "a.md");
    }
    tree.file("new/folder/x.md");
    mirror.let_go();
    CHECK(mirror.hears({"", Scope::tree}));
    CHECK(mirror.becomes_true());
    (void)mirror.reported();
    tree.file("new/folder/y.md");
    CHECK(mirror.reported() == Changes{{"new/folder/y.md"}});
}

TEST_CASE("Folders beyond the watches that are granted are polled") {
    const TempTree tree;
    for (const char* folder : {"a", "b", "c", "d/e/f"}) {
        tree.file(std::string{folder} + "/x.md");
    }
    tree.link("link.md", "d/e/f/x.md");
    auto options = Mirror::fast();
    options.watches_max = 3;
    Mirror mirror{tree.root(), options};
    for (const char* folder : {"a", "b", "c", "d/e/f", "d/new", "new"}) {
        tree.file(std::string{folder} + "/y.md");
    }
    CHECK(mirror.becomes_true());
    tree.remove("d");
    tree.move("a", "d");
    tree.remove("c/x.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 6);
}

TEST_CASE("A polled folder is watched when a watch becomes free") {
    const TempTree tree;
    tree.folder("a");
    tree.folder("b/c");
    auto options = Mirror::fast();
    options.watches_max = 2;
    const std::string root = tree.root();
    TreeWatch watches{root, options};
    watches.restart();
    CHECK(watches.poll() == Changes{{"b", Scope::tree}});
    CHECK(watches.poll().empty());
    tree.file("b/c/x.md");
    CHECK(watches.poll() == Changes{{"b/c/x.md"}});
    CHECK_FALSE(hears_of(watches, "x.md"));

    CHECK(watches.forget("a"));
    CHECK(watches.poll() == Changes{{"b", Scope::tree}});
    tree.file("b/y.md");
    CHECK(hears_of(watches, "y.md"));
    CHECK(watches.poll() == Changes{{"b/c", Scope::tree}});
    tree.file("b/c/z.md");
    CHECK(watches.poll() == Changes{{"b/c/z.md"}});
}

TEST_CASE("One watch is the root's") {
    const TempTree tree;
    tree.file("a/x.md");
    auto options = Mirror::fast();
    options.watches_max = 1;
    const std::string root = tree.root();
    TreeWatch watches{root, options};
    watches.restart();
    CHECK(watches.poll() == Changes{{"a", Scope::tree}});
    tree.file("a/y.md");
    CHECK(watches.poll() == Changes{{"a/y.md"}});
}

TEST_CASE("An inode has one watch, whatever its name") {
    const TempTree tree;
    tree.folder("a");
    tree.link("b", "a");
    auto inotify = Inotify::open().value();
    const auto watch = inotify.add(tree.path("a")).value();
    CHECK(inotify.add(tree.path("b")).value() == watch);
    CHECK(inotify.add(tree.path("none")).error().fault == tagwire::Fault::not_found);
    CHECK(inotify.read().empty());
    tree.file("a/x.md");
    const auto events = inotify.read();
    REQUIRE(events.size() == 2);  // created, closed
    CHECK(events[1].name == "x.md");
    CHECK(events[1].watch == watch);
}
