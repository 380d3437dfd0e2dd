// Root may read everything, so these tests give up being root for a moment.
#include "watch/files.hpp"

#include "watch/mirror.hpp"
#include "watch/temp_tree.hpp"

#include <catch2/catch.hpp>

#include <optional>

#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

using namespace tagwire;
using namespace tagwire::watch;

namespace {

constexpr uid_t nobody = 65534;

// The kernel's call concerns this thread, and those it starts meanwhile; the library's would concern all.
class AsNobody {
  public:
    explicit AsNobody(const TempTree& tree) {
        if (::geteuid() == 0) {
            (void)::chmod(tree.path().parent_path().c_str(), 0755);
            acted_ = ::syscall(SYS_setresuid, -1, nobody, -1) == 0;
        }
    }
    ~AsNobody() {
        if (acted_) {
            (void)::syscall(SYS_setresuid, -1, 0, -1);
        }
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

  private:
    bool acted_ = false;
};

}  // namespace

TEST_CASE("A folder that cannot be read is named, and harms no other") {
    const TempTree tree;
    tree.file("a/x.md");
    tree.file("b/y.md");
    ::chmod(tree.path("a").c_str(), 0);
    std::vector<std::string> unreadable;
    ScanOptions options;
    options.unreadable = [&](const std::string& folder, const Error& error) {
        CHECK(error.fault == Fault::denied);
        unreadable.push_back(folder);
    };
    const AsNobody as_nobody{tree};
    const auto files = scan(tree.root(), "", options).value();
    REQUIRE(files.size() == 1);
    CHECK(files[0].path == "b/y.md");
    CHECK(unreadable == std::vector<std::string>{"a"});
    CHECK(scan(tree.root(), "a", options).error().fault == Fault::denied);
    CHECK(stamp(tree.root(), "a/x.md", options).error().fault == Fault::denied);
    (void)::chmod(tree.path("a").c_str(), 0755);
}

TEST_CASE("A file that may not be read is denied, not missing") {
    const TempTree tree;
    tree.file("x.md");
    ::chmod(tree.path("x.md").c_str(), 0);
    const AsNobody as_nobody{tree};
    CHECK(read_file(tree.root(), "x.md", 100).error().fault == Fault::denied);
}

TEST_CASE("A folder or file that becomes readable is seen then") {
    const TempTree tree;
    tree.file("a/b/x.md");
    tree.file("y.md");
    ::chmod(tree.path("a").c_str(), 0);
    ::chmod(tree.path("y.md").c_str(), 0);
    std::optional<AsNobody> as_nobody{tree};
    auto options = Mirror::fast();
    options.poll_interval = std::chrono::hours{1};
    Mirror mirror{tree.root(), options};
    as_nobody.reset();
    CHECK(mirror.files() == Mirror::Files{{"y.md", ""}});
    ::chmod(tree.path("a").c_str(), 0755);
    ::chmod(tree.path("y.md").c_str(), 0644);
    CHECK(mirror.becomes_true());
    tree.file("a/b/z.md");
    CHECK(mirror.becomes_true());
    CHECK(mirror.files().size() == 3);
}
