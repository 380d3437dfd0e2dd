#include "watch/files.hpp"

#include "watch/paths.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

#include <sys/stat.h>

using namespace tagwire;
using namespace tagwire::watch;

namespace {

std::vector<std::string> paths_in(const TempTree& tree, const std::string& folder = "",
                                  const ScanOptions& options = {}) {
    std::vector<std::string> paths;
    for (const auto& file : scan(tree.root(), folder, options).value()) {
        paths.push_back(file.path);
    }
    return paths;
}

using Paths = std::vector<std::string>;

}  // namespace

TEST_CASE("A scan lists all files in the order of their paths") {
    const TempTree tree;
    for (const char* name : {"b/y.md", "a.md", "a/z.md", "a-b/x.md", "a/b/c.md", "标签/文.md"}) {
        tree.file(name);
    }
    auto expected = Paths{"a.md", "a/z.md", "a-b/x.md", "a/b/c.md", "b/y.md", "标签/文.md"};
    std::sort(expected.begin(), expected.end());
    CHECK(paths_in(tree) == expected);
}

TEST_CASE("A scan of a folder lists what is below it, with paths below the root") {
    const TempTree tree;
    tree.file("a/b/c.md");
    tree.file("a/d.md");
    tree.file("e.md");
    CHECK(paths_in(tree, "a") == Paths{"a/b/c.md", "a/d.md"});
    CHECK(paths_in(tree, "a/b") == Paths{"a/b/c.md"});
}

TEST_CASE("A scan passes over hidden folders, unwanted files, names that are not UTF-8, pipes and dangling links") {
    const TempTree tree;
    tree.file("kept.md");
    tree.file(".hidden.md");
    tree.file(".git/in.md");
    tree.file("note.txt");
    tree.file("caf\xE9.md");
    tree.file("caf\xE9/in.md");
    tree.link("dangling.md", "nowhere");
    REQUIRE(::mkfifo(tree.path("pipe.md").c_str(), 0600) == 0);
    ScanOptions options;
    options.wanted = [](std::string_view path) { return path.ends_with(".md"); };
    CHECK(paths_in(tree, "", options) == Paths{".hidden.md", "kept.md"});
    CHECK(scan(tree.root(), ".git", options).error().fault == Fault::not_found);
}

TEST_CASE("A scan follows links to files and to folders, by the path of the link") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "x");
    tree.link("linked", tree.outside("else"));
    tree.link("y.md", tree.outside("else/x.md"));
    CHECK(paths_in(tree) == Paths{"linked/x.md", "y.md"});
    CHECK(paths_in(tree, "linked") == Paths{"linked/x.md"});
    CHECK(stamp(tree.root(), "linked/x.md", {})->version.inode == stamp(tree.root(), "y.md", {})->version.inode);
}

TEST_CASE("Links that must stay inside are passed over where they lead out") {
    const TempTree tree;
    TempTree::write(tree.outside("else/x.md"), "x");
    TempTree::write(tree.outside("root-beside/x.md"), "x");
    tree.file("a/in.md");
    tree.link("out", tree.outside("else"));
    tree.link("beside", tree.outside("root-beside"));
    tree.link("out.md", tree.outside("else/x.md"));
    tree.link("in", "a");
    tree.link("in.md", tree.path("a/in.md"));
    ScanOptions options;
    options.follow_links = FollowLinks::inside;
    CHECK(paths_in(tree, "", options) == Paths{"a/in.md", "in.md", "in/in.md"});
    CHECK(scan(tree.root(), "out", options).error().fault == Fault::not_found);
    CHECK(stamp(tree.root(), "out/x.md", options).error().fault == Fault::not_found);
    CHECK(stamp(tree.root(), "in/in.md", options).has_value());
    CHECK(read_file(tree.root(), "out.md", 100, FollowLinks::inside).error().fault == Fault::not_found);
    CHECK(read_file(tree.root(), "in.md", 100, FollowLinks::inside)->bytes == "text");
}

TEST_CASE("A link that leads back to a folder above it is not followed") {
    const TempTree tree;
    tree.file("a/x.md");
    tree.link("a/self", ".");
    tree.link("a/up", "..");
    tree.folder("b");
    tree.link("b/to-c", "../c");
    tree.folder("c");
    tree.link("c/to-b", "../b");
    tree.file("c/y.md");
    CHECK(paths_in(tree) == Paths{"a/x.md", "b/to-c/y.md", "c/y.md"});
    CHECK(paths_in(tree, "b/to-c") == Paths{"b/to-c/y.md"});
    CHECK(scan(tree.root(), "b/to-c/to-b", {}).error().fault == Fault::not_found);
    CHECK(stamp(tree.root(), "b/to-c/y.md", {}).has_value());
    CHECK(stamp(tree.root(), "b/to-c/to-b/to-c/y.md", {}).error().fault == Fault::not_found);
    CHECK(stamp(tree.root(), "a/self/x.md", {}).error().fault == Fault::not_found);
    CHECK(stamp(tree.root(), "a/up/a/x.md", {}).error().fault == Fault::not_found);
}

TEST_CASE("Folders that link to each other end a scan at a limit") {
    const TempTree tree;
    for (const std::string from : {"a", "b", "c", "d", "e", "f"}) {
        tree.folder(from);
        for (const std::string to : {"a", "b", "c", "d", "e", "f"}) {
            tree.link(join(from, to), "../" + to);
        }
    }
    ScanOptions options;
    options.folders_max = 100;
    CHECK(scan(tree.root(), "", options).error().fault == Fault::too_large);
}

TEST_CASE("Folders are entered down to the depth allowed") {
    const TempTree tree;
    tree.file("1.md");
    tree.file("a/2.md");
    tree.file("a/b/3.md");
    ScanOptions options;
    options.depth_max = 1;
    CHECK(paths_in(tree, "", options) == Paths{"1.md", "a/2.md"});
    CHECK(stamp(tree.root(), "a/2.md", options).has_value());
    CHECK(stamp(tree.root(), "a/b/3.md", options).error().fault == Fault::not_found);
}

TEST_CASE("A scan fails where the folder is missing or is a file") {
    const TempTree tree;
    tree.file("x.md");
    CHECK(scan(tree.root(), "none", {}).error().fault == Fault::not_found);
    CHECK(scan(tree.root(), "x.md", {}).error().fault == Fault::not_found);
    CHECK(scan(tree.root() + "/none", "", {}).error().fault == Fault::not_found);
}

TEST_CASE("A scan ends when it is told to stop") {
    const TempTree tree;
    tree.file("a/x.md");
    std::stop_source source;
    ScanOptions options;
    options.stop = source.get_token();
    CHECK(scan(tree.root(), "", options).has_value());
    source.request_stop();
    CHECK(scan(tree.root(), "", options).error().fault == Fault::unavailable);
}

TEST_CASE("A scan and a stamp agree on every file") {
    const TempTree tree;
    tree.file("a/x.md", "four");
    tree.link("l", "a");
    const auto files = scan(tree.root(), "", {}).value();
    REQUIRE(files.size() == 2);
    for (const auto& file : files) {
        CHECK(stamp(tree.root(), file.path, {}).value() == file);
        CHECK(file.version.size == 4);
    }
}
