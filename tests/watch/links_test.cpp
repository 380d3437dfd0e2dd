// Links in the tree: to folders, to files, to each other, and to what is exchanged behind them.
#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;

namespace {

using Changes = std::vector<Change>;

constexpr auto seldom = std::chrono::hours{1};

// So that only events can tell.
WatchOptions without_polling() {
    auto options = Mirror::fast();
    options.poll_interval = seldom;
    return options;
}

}  // namespace

TEST_CASE("A linked folder is watched at the link's path") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "x");
    tree.link("linked", tree.outside("else"));
    Mirror mirror{tree.root(), without_polling()};
    TempTree::write(tree.outside("else/y.md"), "y");
    TempTree::write(tree.outside("else/a/z.md"), "z");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 3);
}

TEST_CASE("A folder that several links lead to changes at each of its paths") {
    const TempTree tree;
    tree.file("real/x.md");
    tree.link("one", "real");
    tree.link("two", "real");
    Mirror mirror{tree.root(), without_polling()};
    tree.file("real/y.md");
    CHECK(mirror.reported() == Changes{{"one/y.md"}, {"real/y.md"}, {"two/y.md"}});
    tree.file("one/a/z.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 10);  // three names for each, and the marker of reported()
}

TEST_CASE("A link to a folder may come, go, and lead elsewhere") {
    const TempTree tree;
    TempTree::write(tree.outside("one/x.md"), "one");
    TempTree::write(tree.outside("two/x.md"), "two");
    Mirror mirror{tree.root(), without_polling()};
    tree.link("linked", tree.outside("one"));
    CHECK(mirror.reported() == Changes{{"linked", Scope::tree}});
    tree.link("new", tree.outside("two"));
    tree.move("new", "linked");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().at("linked/x.md") == "two");
    TempTree::write(tree.outside("one/x.md"), "one again");
    TempTree::write(tree.outside("two/x.md"), "two again");
    CHECK(mirror.becomes_true());
    tree.remove("linked");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().count("linked/x.md") == 0);
}

TEST_CASE("A link to a file changes when its target is written, wherever that is") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "before");
    tree.link("link.md", tree.outside("else/x.md"));
    Mirror mirror{tree.root(), without_polling()};
    SECTION("in place") { TempTree::write(tree.outside("else/x.md"), "after"); }
    SECTION("by renaming a new file into place") {
        TempTree::write(tree.outside("else/x.md.new"), "after");
        std::filesystem::rename(tree.outside("else/x.md.new"), tree.outside("else/x.md"));
    }
    SECTION("anew, the old one being renamed away") {
        std::filesystem::rename(tree.outside("else/x.md"), tree.outside("else/x.md~"));
        CHECK(mirror.becomes_true());
        TempTree::write(tree.outside("else/x.md"), "after");
    }
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().at("link.md") == "after");
    (void)mirror.reported();
    TempTree::write(tree.outside("else/other.md"), "is not linked");
    CHECK(mirror.reported().empty());
}

TEST_CASE("A link that leads elsewhere through another link is found by looking again") {
    const TempTree tree;
    TempTree::write(tree.outside("release-1/x.md"), "one");
    TempTree::write(tree.outside("release-2/x.md"), "two");
    std::filesystem::create_symlink("release-1", tree.outside("current"));
    tree.link("folder", tree.outside("current"));
    tree.link("file.md", tree.outside("current/x.md"));
    tree.link("later.md", tree.outside("later/x.md"));
    Mirror mirror{tree.root()};
    std::filesystem::create_symlink("release-2", tree.outside("next"));
    std::filesystem::rename(tree.outside("next"), tree.outside("current"));
    TempTree::write(tree.outside("later/x.md"), "three");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files() == Mirror::Files{{"file.md", "two"}, {"folder/x.md", "two"}, {"later.md", "three"}});
    TempTree::write(tree.outside("release-2/x.md"), "four");
    CHECK(mirror.becomes_true());
}

TEST_CASE("A linked folder that is moved away takes its files along") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "x");
    tree.link("linked", tree.outside("else"));
    Mirror mirror{tree.root(), without_polling()};
    std::filesystem::rename(tree.outside("else"), tree.outside("moved"));
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().empty());
}

TEST_CASE("Links in circles are watched without end or loss") {
    const TempTree tree;
    tree.folder("a");
    tree.folder("b");
    tree.link("a/b", "../b");
    tree.link("b/a", "../a");
    tree.link("b/self", ".");
    tree.link("a/up", "..");
    Mirror mirror{tree.root(), without_polling()};
    tree.file("a/x.md");
    tree.file("b/c/y.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 4);
}

TEST_CASE("Links that must stay inside lead nowhere else") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "x");
    tree.file("a/y.md");
    tree.link("out", tree.outside("else"));
    tree.link("in", "a");
    auto options = without_polling();
    options.scan.follow_links = FollowLinks::inside;
    Mirror mirror{tree.root(), options};
    TempTree::write(tree.outside("else/z.md"), "z");
    tree.file("a/z.md");
    CHECK(mirror.reported() == Changes{{"a/z.md"}, {"in/z.md"}});
    CHECK(mirror.becomes_true());
}
