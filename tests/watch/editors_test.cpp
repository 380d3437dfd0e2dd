// How programs save files. Every way must end with the new content known, and none may show half a file.
#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

#include <functional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace tagwire::watch;

namespace {

const std::string before = "the text before";
const std::string after = "the text after, which is longer";

using Files = Mirror::Files;

// Writes in two halves to one file that is open all the time.
void write_slowly(const std::filesystem::path& file, int flags) {
    const int descriptor = ::open(file.c_str(), O_WRONLY | O_CREAT | flags, 0644);
    REQUIRE(descriptor >= 0);
    const auto half = after.size() / 2;
    CHECK(::write(descriptor, after.data(), half) == static_cast<ssize_t>(half));
    CHECK(::write(descriptor, after.data() + half, after.size() - half) == static_cast<ssize_t>(after.size() - half));
    ::close(descriptor);
}

struct Save {
    const char* name;
    std::function<void(const TempTree&)> save;
};

const Save saves[] = {
    {"a plain > redirection", [](const TempTree& tree) { tree.file("x.md", after); }},
    {"VS Code: truncate and write", [](const TempTree& tree) { write_slowly(tree.path("x.md"), O_TRUNC); }},
    {"vim: rename to a backup, write anew, delete the backup",
     [](const TempTree& tree) {
         tree.file("4913", "");
         tree.remove("4913");
         tree.move("x.md", "x.md~");
         write_slowly(tree.path("x.md"), O_EXCL);
         std::filesystem::permissions(tree.path("x.md"), std::filesystem::perms::owner_all);
         tree.remove("x.md~");
     }},
    {"emacs: rename to a backup that stays, write anew",
     [](const TempTree& tree) {
         tree.link(".#x.md", "someone@somewhere.1234");
         tree.move("x.md", "x.md~");
         write_slowly(tree.path("x.md"), O_EXCL);
         tree.remove(".#x.md");
     }},
    {"sed -i",
     [](const TempTree& tree) {
         const std::string command = "sed -i 's/before/after, which is longer/' " + tree.path("x.md").string();
         CHECK(std::system(command.c_str()) == 0);
     }},
    {"rsync: a hidden name, then rename",
     [](const TempTree& tree) {
         write_slowly(tree.path(".x.md.Qw3rTy"), O_EXCL);
         tree.move(".x.md.Qw3rTy", "x.md");
     }},
    {"mv from another folder",
     [](const TempTree& tree) {
         TempTree::write(tree.outside("x.md"), after);
         std::filesystem::rename(tree.outside("x.md"), tree.path("x.md"));
     }},
    {"delete and write anew",
     [](const TempTree& tree) {
         tree.remove("x.md");
         write_slowly(tree.path("x.md"), O_EXCL);
     }},
    {"a nameless file that is given a name",
     [](const TempTree& tree) {
         tree.remove("x.md");
         const int descriptor = ::open(tree.root().c_str(), O_TMPFILE | O_WRONLY, 0644);
         REQUIRE(descriptor >= 0);
         CHECK(::write(descriptor, after.data(), after.size()) == static_cast<ssize_t>(after.size()));
         const std::string self = "/proc/self/fd/" + std::to_string(descriptor);
         CHECK(::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, tree.path("x.md").c_str(), AT_SYMLINK_FOLLOW) == 0);
         ::close(descriptor);
     }},
    {"a second name for a file that is complete",
     [](const TempTree& tree) {
         TempTree::write(tree.outside("x.md"), after);
         tree.remove("x.md");
         std::filesystem::create_hard_link(tree.outside("x.md"), tree.path("x.md"));
     }},
};

}  // namespace

TEST_CASE("However a file is saved, its new content becomes known, and no half of it") {
    for (const auto& [name, save] : saves) {
        for (const auto& options : {Mirror::fast(), Mirror::polling()}) {
            INFO(name << (options.method == Method::poll ? ", polling" : ""));
            const TempTree tree;
            tree.file("x.md", before);
            Mirror mirror{tree.root(), options};
            save(tree);
            CHECK(mirror.becomes_true());
            CHECK(mirror.files().at("x.md") == after);
        }
    }
}

TEST_CASE("A new file is not looked at before its writer has closed it") {
    const TempTree tree;
    Mirror mirror{tree.root()};
    const int descriptor = ::open(tree.path("x.md").c_str(), O_WRONLY | O_CREAT, 0644);
    CHECK(::write(descriptor, "half", 4) == 4);
    CHECK(::fchmod(descriptor, 0600) == 0);
    CHECK(mirror.reported().empty());
    CHECK(::write(descriptor, " whole", 6) == 6);
    ::close(descriptor);
    CHECK(mirror.hears({"x.md", Scope::file}));
    CHECK(mirror.contents_seen("x.md") == std::vector<std::string>{"half whole"});
}

TEST_CASE("A file that is renamed away and written anew at once does not vanish") {
    const TempTree tree;
    tree.file("x.md", before);
    auto options = Mirror::fast();
    options.quiet_time = std::chrono::milliseconds{300};
    options.maximum_wait = std::chrono::seconds{10};
    Mirror mirror{tree.root(), options};
    tree.move("x.md", "x.md~");
    write_slowly(tree.path("x.md"), O_EXCL);
    CHECK(mirror.hears({"x.md", Scope::file}));
    CHECK(mirror.contents_seen("x.md") == std::vector<std::string>{after});
}

TEST_CASE("A file that nobody closes is looked at when it stays the same") {
    const TempTree tree;
    Mirror mirror{tree.root()};
    const int descriptor = ::open(tree.path("x.md").c_str(), O_WRONLY | O_CREAT, 0644);
    CHECK(::write(descriptor, "all", 3) == 3);
    CHECK(mirror.hears({"x.md", Scope::file}));
    CHECK(mirror.files().at("x.md") == "all");
    ::close(descriptor);
}

TEST_CASE("Names that are not wanted are not reported") {
    const TempTree tree;
    Mirror mirror{tree.root()};
    tree.file("x.md.swp");
    tree.file("photo.jpg");
    tree.move("photo.jpg", "picture.jpg");
    tree.remove("picture.jpg");
    tree.file("not-utf8-\xE9.md");
    tree.file("x.md");
    auto changes = mirror.reported();
    std::erase_if(changes,
                  [](const auto& change) { return change.scope == Scope::tree; });  // were they links to folders?
    CHECK(changes == std::vector<Change>{{"x.md"}});
}

TEST_CASE("A file that changes hands or times is looked at again") {
    const TempTree tree;
    tree.file("x.md");
    Mirror mirror{tree.root()};
    std::filesystem::permissions(tree.path("x.md"), std::filesystem::perms::owner_all);
    CHECK(mirror.reported() == std::vector<Change>{{"x.md"}});
}
