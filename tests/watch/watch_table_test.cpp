#include "watch/watch_table.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace tagwire::watch;

namespace {

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("A name in a watched folder has the path of that folder") {
    WatchTable table;
    table.add_folder(1, "");
    table.add_folder(2, "a/b");
    CHECK(table.paths(1, "x.md") == Paths{"x.md"});
    CHECK(table.paths(2, "x.md") == Paths{"a/b/x.md"});
    CHECK(table.paths(2, "") == Paths{"a/b"});
    CHECK(table.paths(3, "x.md").empty());
}

TEST_CASE("A folder with several paths has them all changed") {
    WatchTable table;
    table.add_folder(1, "a");
    table.add_folder(1, "link");
    CHECK(table.size() == 1);
    CHECK(table.paths(1, "x.md") == Paths{"a/x.md", "link/x.md"});
    CHECK(table.remove("a").empty());
    CHECK(table.paths(1, "x.md") == Paths{"link/x.md"});
    CHECK(table.remove("link") == std::vector{1});
    CHECK_FALSE(table.contains(1));
}

TEST_CASE("A link to a file changes with its target") {
    WatchTable table;
    table.add_link(1, "x.md", "a/link.md");
    table.add_link(1, "x.md", "other.md");
    table.add_link(1, "y.md", "a/y.md");
    CHECK(table.links(1, "x.md") == Paths{"a/link.md", "other.md"});
    CHECK(table.links(1, "z.md").empty());
    CHECK(table.paths(1, "x.md").empty());
    CHECK_FALSE(table.has_folder("a/link.md"));
    CHECK(table.remove("a").empty());
    CHECK(table.links(1, "y.md").empty());
    CHECK(table.remove("other.md") == std::vector{1});
}

TEST_CASE("Removing a path removes all below it and nothing beside it") {
    WatchTable table;
    const Paths paths = {"", "a", "a-b", "a/b", "a/b/c", "a0", "b"};
    for (std::size_t index = 0; index < paths.size(); ++index) {
        table.add_folder(static_cast<int>(index), paths[index]);
    }
    auto removed = table.remove("a");
    std::sort(removed.begin(), removed.end());
    CHECK(removed == std::vector{1, 3, 4});
    for (const char* kept : {"", "a-b", "a0", "b"}) {
        CHECK(table.has_folder(kept));
    }
    CHECK(table.remove("a").empty());
    CHECK(table.remove("").size() == 4);
    CHECK(table.size() == 0);
}

TEST_CASE("A watch stands for folders and for links to files") {
    WatchTable table;
    table.add_folder(1, "a");
    table.add_folder(2, "a/b");
    table.add_link(1, "x.md", "link.md");
    CHECK(table.all_paths(1) == Paths{"a", "link.md"});
    CHECK(table.all_paths(3).empty());
    table.clear();
    CHECK(table.all_paths(1).empty());
    CHECK_FALSE(table.has_folder("a/b"));
}
