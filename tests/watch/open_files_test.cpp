#include "watch/open_files.hpp"

#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;

namespace {

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("An open file counts as written when two looks find it the same") {
    const TempTree tree;
    OpenFiles files;
    tree.file("x.md", "one");
    files.opened("x.md");
    CHECK(files.settled(tree.root(), {}).empty());
    tree.file("x.md", "longer");
    CHECK(files.settled(tree.root(), {}).empty());
    CHECK(files.settled(tree.root(), {}) == Paths{"x.md"});
    CHECK_FALSE(files.contains("x.md"));
    CHECK(files.settled(tree.root(), {}).empty());
}

TEST_CASE("An open file that is gone is open no longer") {
    const TempTree tree;
    OpenFiles files;
    files.opened("gone.md");
    CHECK(files.settled(tree.root(), {}) == Paths{"gone.md"});
    CHECK_FALSE(files.contains("gone.md"));
}

TEST_CASE("A file that was closed is waited for no longer") {
    const TempTree tree;
    OpenFiles files;
    files.opened("x.md");
    files.opened("y.md");
    files.closed("x.md");
    CHECK_FALSE(files.contains("x.md"));
    CHECK(files.contains("y.md"));
    files.clear();
    CHECK(files.settled(tree.root(), {}).empty());
}
