#include "watch/poller.hpp"

#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;

namespace {

using Changes = std::vector<Change>;

struct Polled {
    TempTree tree;
    std::string root = tree.root();
    ScanOptions options;
    Poller poller{root, options};

    void add(const std::string& folder) {
        poller.add(folder);
        CHECK(poller.look_again(folder) == Changes{{folder, Scope::tree}});
    }

    Polled() {
        for (const char* name : {"a/w.md", "a/x.md", "a/y.md", "b/z.md"}) {
            tree.file(name);
        }
    }
};

}  // namespace

TEST_CASE("All of a folder is news when it is looked at first; then what came, went and changed, and nothing else") {
    Polled polled;
    polled.add("");
    CHECK(polled.poller.look_again("").empty());
    polled.tree.remove("a/w.md");
    polled.tree.file("a/x.md", "longer text");
    polled.tree.file("c/new.md");
    CHECK(polled.poller.look_again("") == Changes{{"a/w.md"}, {"a/x.md"}, {"c/new.md"}});
}

TEST_CASE("A folder is polled with those below it and without those beside it") {
    Polled polled;
    polled.add("a");
    polled.tree.file("a/deep/er/x.md");
    polled.tree.file("b/new.md");
    CHECK(polled.poller.look_again("a") == Changes{{"a/deep/er/x.md"}});
}

TEST_CASE("A folder that cannot be read for a while has not lost its files") {
    Polled polled;
    polled.add("a");
    polled.tree.move("a", "away");
    CHECK(polled.poller.look_again("a").empty());
    polled.tree.move("away", "a");
    CHECK(polled.poller.look_again("a").empty());
}

TEST_CASE("A folder that is polled no longer is forgotten with those below it") {
    Polled polled;
    polled.add("a");
    polled.poller.add("a/b");
    polled.add("b");
    CHECK(polled.poller.folders() == std::vector<std::string>{"a", "a/b", "b"});
    polled.poller.remove("a");
    CHECK(polled.poller.folders() == std::vector<std::string>{"b"});
    CHECK_FALSE(polled.poller.contains("a/b"));
    polled.poller.remove("");
    CHECK(polled.poller.is_empty());
}
