#include "watch/files.hpp"

#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

#include <chrono>

#include <sys/stat.h>
#include <utime.h>

using namespace tagwire;
using namespace tagwire::watch;

TEST_CASE("A file is read with the stamp of what was read") {
    const TempTree tree;
    const std::string text = std::string(100'000, 'x') + '\0' + "\xFF end";
    tree.file("a/x.md", text);
    const auto content = read_file(tree.root(), "a/x.md", text.size()).value();
    CHECK(content.bytes == text);
    CHECK(content.stamp == stamp(tree.root(), "a/x.md", {}).value());
}

TEST_CASE("A file is read up to the limit, and refused beyond") {
    const TempTree tree;
    tree.file("empty.md", "");
    tree.file("four.md", "1234");
    CHECK(read_file(tree.root(), "empty.md", 0)->bytes.empty());
    CHECK(read_file(tree.root(), "four.md", 4)->bytes == "1234");
    CHECK(read_file(tree.root(), "four.md", 3).error().fault == Fault::too_large);
    CHECK(read_file(tree.root(), "four.md", 0).error().fault == Fault::too_large);
}

TEST_CASE("A file that is longer than its stamp says is read to its end") {
    const auto content = read_file("/proc/self", "limits", 1 << 20).value();
    CHECK(content.stamp.version.size == 0);
    CHECK(content.bytes.find("Max open files") != std::string::npos);
    CHECK(read_file("/proc/self", "limits", 100).error().fault == Fault::too_large);
}

TEST_CASE("What is not a regular file is not there, and nobody waits for it") {
    const TempTree tree;
    tree.folder("folder.md");
    tree.link("device.md", "/dev/null");
    tree.link("dangling.md", "nowhere");
    tree.link("loop.md", "loop.md");
    REQUIRE(::mkfifo(tree.path("pipe.md").c_str(), 0600) == 0);
    for (const char* name :
         {"folder.md", "device.md", "dangling.md", "loop.md", "pipe.md", "none.md", "none/none.md"}) {
        INFO(name);
        CHECK(read_file(tree.root(), name, 100).error().fault == Fault::not_found);
        CHECK(stamp(tree.root(), name, {}).error().fault == Fault::not_found);
    }
}

TEST_CASE("A stamp tells the time of the last change, before 1970 too") {
    const TempTree tree;
    tree.file("x.md");
    for (const time_t seconds : {time_t{1'739'196'253}, time_t{0}, time_t{-1}}) {
        const utimbuf times{seconds, seconds};
        REQUIRE(::utime(tree.path("x.md").c_str(), &times) == 0);
        CHECK(stamp(tree.root(), "x.md", {})->version.modified == Instant{std::chrono::seconds{seconds}});
    }
}

TEST_CASE("A stamp is only of what a scan would find") {
    const TempTree tree;
    tree.file("x.txt");
    tree.file(".git/x.md");
    tree.file("a/x.md");
    ScanOptions options;
    options.wanted = [](std::string_view path) { return path.ends_with(".md"); };
    CHECK(stamp(tree.root(), "a/x.md", options).has_value());
    for (const char* path : {"", "x.txt", ".git/x.md", "a/../a/x.md", "./a/x.md", "..", "."}) {
        INFO(path);
        CHECK(stamp(tree.root(), path, options).error().fault == Fault::not_found);
    }
}
