// The root itself: missing, removed, moved, exchanged.
#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;

namespace {

const Change all{"", Scope::tree};

}  // namespace

TEST_CASE("A root that is removed and put back is watched again") {
    const auto options = GENERATE(Mirror::fast(), Mirror::polling());
    const TempTree tree;
    tree.file("x.md", "before");
    Mirror mirror{tree.root(), options};
    tree.remove("");
    CHECK(mirror.hears(all));
    (void)mirror.becomes_true();
    tree.file("x.md", "after");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().at("x.md") == "after");
    tree.file("a/y.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 2);
}

TEST_CASE("A root that is exchanged at once for another is seen to be another") {
    const auto options = GENERATE(Mirror::fast(), Mirror::polling());
    const TempTree tree;
    tree.file("x.md", "before");
    TempTree::write(tree.outside("next/x.md"), "after");
    Mirror mirror{tree.root(), options};
    std::filesystem::rename(tree.path(), tree.outside("last"));
    std::filesystem::rename(tree.outside("next"), tree.path());
    CHECK(mirror.becomes_true());
    CHECK(mirror.hears(all));
    TempTree::write(tree.outside("last/x.md"), "is not the root's");
    tree.file("y.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 2);
}

TEST_CASE("A root that is a link is followed to where it leads, also when that changes") {
    const TempTree tree;
    TempTree::write(tree.outside("one/x.md"), "one");
    TempTree::write(tree.outside("two/x.md"), "two");
    std::filesystem::create_symlink("one", tree.outside("link"));
    Mirror mirror{tree.outside("link")};
    TempTree::write(tree.outside("one/y.md"), "y");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 2);
    std::filesystem::create_symlink("two", tree.outside("next"));
    std::filesystem::rename(tree.outside("next"), tree.outside("link"));
    CHECK(mirror.becomes_true());
    CHECK(mirror.files() == Mirror::Files{{"x.md", "two"}});
}

TEST_CASE("A root that is missing at first is waited for") {
    const TempTree tree;
    Mirror mirror{tree.outside("later")};
    CHECK(mirror.hears(all));
    TempTree::write(tree.outside("later/x.md"), "x");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 1);
}

TEST_CASE("A watcher ends without waiting for its next look") {
    auto options = GENERATE(Mirror::fast(), Mirror::polling());
    options.poll_interval = std::chrono::hours{1};
    const TempTree tree;
    tree.file("x.md");
    auto watcher = std::make_unique<Watcher>(tree.root(), options, [](const auto&) {});
    watcher->start();
    watcher.reset();  // would last an hour
    CHECK(watcher == nullptr);
}

TEST_CASE("A watcher that was never started ends as well") {
    const Watcher watcher{"/nowhere", {}, [](const auto&) {}};
}
