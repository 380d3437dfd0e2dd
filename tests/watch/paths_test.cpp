#include "watch/paths.hpp"

#include <catch2/catch.hpp>

#include <vector>

using namespace tagwire::watch;

TEST_CASE("A path is a folder and a name") {
    const auto [path, folder, name] = GENERATE(table<std::string, std::string, std::string>({
        {"a/b/x.md", "a/b", "x.md"},
        {"x.md", "", "x.md"},
        {"", "", ""},
    }));
    CHECK(join(folder, name) == path);
    CHECK(folder_of(path) == folder);
    CHECK(name_of(path) == name);
}

TEST_CASE("The folder itself is joined with no name") { CHECK(join("a/b", "") == "a/b"); }

TEST_CASE("A path lies in a folder if it is the folder, or follows it after a slash") {
    CHECK(lies_in("/srv/content", "/srv/content"));
    CHECK(lies_in("/srv/content/x.md", "/srv/content"));
    CHECK(lies_in("/srv", "/"));
    CHECK_FALSE(lies_in("/srv/content-two/x.md", "/srv/content"));
    CHECK_FALSE(lies_in("/srv", "/srv/content"));
    CHECK_FALSE(lies_in("", ""));
    CHECK_FALSE(lies_in("", "/"));
    CHECK_FALSE(lies_in("/srv", ""));
}

TEST_CASE("Erasing below a path leaves alone what only begins like it") {
    std::map<std::string, int> map{{"a", 1}, {"a-b/x", 2}, {"a/x", 3}, {"a/y/z", 4}, {"a0", 5}};
    std::vector<int> erased;
    erase_below(map, "a", [&](const auto& element) { erased.push_back(element.second); });
    CHECK(erased == std::vector{1, 3, 4});
    CHECK(map == std::map<std::string, int>{{"a-b/x", 2}, {"a0", 5}});
    erase_below(map, "", [](const auto&) {});
    CHECK(map.empty());
}
