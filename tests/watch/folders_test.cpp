// Folders that come, go and move while their files change.
#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;

namespace {

using Changes = std::vector<Change>;

}  // namespace

TEST_CASE("A new folder is reported with what was in it before it could be watched") {
    const TempTree tree;
    TempTree::write(tree.outside("ready/a/b/x.md"), "x");
    Mirror mirror{tree.root()};
    std::filesystem::rename(tree.outside("ready"), tree.path("ready"));
    CHECK(mirror.reported() == Changes{{"ready", Scope::tree}});
    tree.file("ready/a/b/y.md");
    CHECK(mirror.reported() == Changes{{"ready/a/b/y.md"}});
}

TEST_CASE("No file is lost in folders that are made and filled at once") {
    const TempTree tree;
    Mirror mirror{tree.root()};
    for (int index = 0; index < 200; ++index) {
        tree.file("a/" + std::to_string(index % 20) + "/b/c/" + std::to_string(index) + "/x.md");
    }
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 200);
}

TEST_CASE("A copied tree is known whole") {
    const TempTree tree;
    for (int index = 0; index < 500; ++index) {
        TempTree::write(tree.outside("source/" + std::to_string(index % 25) + "/" + std::to_string(index) + ".md"),
                        "text");
    }
    Mirror mirror{tree.root()};
    std::filesystem::copy(tree.outside("source"), tree.path("copy"), std::filesystem::copy_options::recursive);
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 500);
}

TEST_CASE("Five thousand files at once are all reported") {
    const TempTree tree;
    Mirror mirror{tree.root()};
    for (int index = 0; index < 5000; ++index) {
        tree.file(std::to_string(index) + ".md", std::to_string(index));
    }
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 5000);
}

TEST_CASE("A renamed folder is reported at both places, and watched at the new one only") {
    const TempTree tree;
    tree.file("old/a/x.md");
    Mirror mirror{tree.root()};
    tree.move("old", "new");
    CHECK(mirror.reported() == Changes{{"new", Scope::tree}, {"old", Scope::tree}});
    tree.file("new/a/y.md");
    CHECK(mirror.reported() == Changes{{"new/a/y.md"}});
    CHECK(mirror.becomes_true());
}

TEST_CASE("A folder that is moved out is reported once and heard of no more") {
    const TempTree tree;
    tree.file("a/b/x.md");
    Mirror mirror{tree.root()};
    std::filesystem::rename(tree.path("a"), tree.outside("a"));
    CHECK(mirror.reported() == Changes{{"a", Scope::tree}});
    TempTree::write(tree.outside("a/b/y.md"), "y");
    CHECK(mirror.reported().empty());
    CHECK(mirror.becomes_true());
}

TEST_CASE("A folder that comes back is watched again") {
    const TempTree tree;
    tree.file("a/b/x.md");
    Mirror mirror{tree.root()};
    std::filesystem::rename(tree.path("a"), tree.outside("a"));
    std::filesystem::rename(tree.outside("a"), tree.path("a"));
    CHECK(mirror.becomes_true());
    (void)mirror.reported();
    tree.file("a/b/y.md");
    CHECK(mirror.reported() == Changes{{"a/b/y.md"}});
}

TEST_CASE("A deleted tree is gone whole") {
    const TempTree tree;
    tree.file("a/b/c/x.md");
    tree.file("a/y.md");
    tree.file("z.md");
    Mirror mirror{tree.root()};
    tree.remove("a");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 1);
}

TEST_CASE("A folder that takes a file's name, and a file that takes a folder's, are seen as what they are") {
    const TempTree tree;
    tree.file("x.md", "file");
    tree.file("y.md/z.md", "in a folder");
    Mirror mirror{tree.root()};
    tree.remove("x.md");
    tree.file("x.md/in.md", "in a folder");
    tree.remove("y.md");
    tree.file("y.md", "file");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 2);
}

TEST_CASE("What happens in folders of names that are passed over is no news") {
    const TempTree tree;
    tree.file("node_modules/a/README.md");
    Mirror mirror{tree.root()};
    CHECK(mirror.files().empty());
    tree.file("node_modules/b/README.md");
    tree.file("news/node_modules/c.md");
    CHECK(mirror.reported() == Changes{{"news", Scope::tree}});
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().count("news/node_modules/c.md") == 0);
}

TEST_CASE("What happens in hidden folders is no news") {
    const TempTree tree;
    tree.file(".git/HEAD.md");
    Mirror mirror{tree.root()};
    tree.file(".git/x.md");
    tree.file(".cache/y.md");
    tree.file(".git/refs/z.md");
    CHECK(mirror.reported().empty());
    tree.move(".cache", "shown");
    CHECK(mirror.reported() == Changes{{"shown", Scope::tree}});
    CHECK(mirror.becomes_true());
}
