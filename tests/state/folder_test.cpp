// The folder of a state: its lock, what is refused, what is set aside, and copies.
#include "state/sample.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace tagwire;
using namespace tagwire::state;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t many = 300;  // articles, for a file of many pages

void remember_many(const std::string& folder) {
    const auto store = open_sound(folder);
    for (std::size_t i = 0; i < many; ++i) {
        const std::string number = std::to_string(i);
        store->remember(record(number + ".md", "urn:" + number));
    }
    REQUIRE(store->commit().has_value());
}

// One octet of a number in SQLite's header: the low one of user_version or application_id.
constexpr std::size_t version_octet = 63;
constexpr std::size_t application_octet = 71;

void patch(const std::string& file, std::size_t offset, const std::string& bytes) {
    std::string content = read_bytes(file);
    content.replace(offset, bytes.size(), bytes);
    write_bytes(file, content);
}

// Runs it in another process, as it is after a crash: nothing is closed. Its answer is the exit status.
template <class Run>
int in_child(Run run) {
    const pid_t child = ::fork();
    if (child == 0) ::_exit(run());
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

void crash_after(const std::string& folder, const std::string& path) {
    const int answer = in_child([&] {
        const auto opened = open_store(folder, Access::own, noon);
        if (!opened) return 1;
        opened->store->remember(record(path, "urn:" + path));
        ::_exit(opened->store->commit() ? 0 : 2);
    });
    REQUIRE(answer == 0);
}

}  // namespace

TEST_CASE("a folder is made, for its owner alone") {
    const TempFolder temp;
    CHECK(open_sound(temp.path("deep/state")));
    CHECK(fs::status(temp.path("deep/state")).permissions() == fs::perms::owner_all);
}

TEST_CASE("a second owner is refused, and told the folder and the process that has it") {
    const TempFolder temp;
    auto first = open_sound(temp.path());
    const auto second = open_store(temp.path(), Access::own, noon);
    REQUIRE(second.has_error());
    CHECK(second.error().fault == Fault::unavailable);
    CHECK_THAT(second.error().message, Contains(temp.path()) && Contains(std::to_string(::getpid())));
    first.reset();
    CHECK(open_sound(temp.path()));
}

TEST_CASE("closing leaves one file, and the lock's") {
    const TempFolder temp;
    remember_many(temp.path());
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(temp.path())) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    CHECK(names == std::vector<std::string>{"tagwire.db", "tagwire.lock"});
}

TEST_CASE("a state of a newer version is refused by number, and not touched") {
    const TempFolder temp;
    remember_many(temp.path());
    patch(temp.path("tagwire.db"), version_octet, "\x07");
    const std::string before = read_bytes(temp.path("tagwire.db"));
    const Access access = GENERATE(Access::own, Access::copy);
    const auto opened = open_store(temp.path(), access, noon);
    REQUIRE(opened.has_error());
    CHECK(opened.error().fault == Fault::invalid);
    CHECK_THAT(opened.error().message, Contains("version 7") && Contains("after 1"));
    CHECK(read_bytes(temp.path("tagwire.db")) == before);
}

TEST_CASE("another program's database is refused, and not touched") {
    const TempFolder temp;
    remember_many(temp.path());
    patch(temp.path("tagwire.db"), application_octet, "x");
    const std::string before = read_bytes(temp.path("tagwire.db"));
    const auto opened = open_store(temp.path(), Access::own, noon);
    REQUIRE(opened.has_error());
    CHECK(opened.error().fault == Fault::invalid);
    CHECK(read_bytes(temp.path("tagwire.db")) == before);
}

TEST_CASE("a file that is not sound is set aside by name, and a new one begins") {
    const TempFolder temp;
    remember_many(temp.path());
    const std::string sound = read_bytes(temp.path("tagwire.db"));
    const std::string damaged = GENERATE_COPY(std::string(5000, 'x'), sound.substr(0, sound.size() / 2),
                                              sound.substr(0, 4096) + std::string(sound.size() - 4096, '\xee'));
    write_bytes(temp.path("tagwire.db"), damaged);
    {
        const auto opened = open_store(temp.path(), Access::own, noon);
        REQUIRE(opened.has_value());
        REQUIRE(opened->warnings.size() == 1);
        CHECK_THAT(opened->warnings.front(), Contains("tagwire.db.damaged-20250210T120000Z") && Contains("ids"));
        CHECK_FALSE(opened->store->holder("urn:1"));
        opened->store->remember(record("a.md", "urn:a"));
        CHECK(opened->store->commit().has_value());
    }
    CHECK(read_bytes(temp.path("tagwire.db.damaged-20250210T120000Z")) == damaged);
    CHECK(open_sound(temp.path())->holder("urn:a"));
}

TEST_CASE("a second damaged file does not take the place of the first") {
    const TempFolder temp;
    for (const std::string content : {"first", "second"}) {
        write_bytes(temp.path("tagwire.db"), content + std::string(5000, 'x'));
        REQUIRE(open_store(temp.path(), Access::own, noon).has_value());
    }
    CHECK(read_bytes(temp.path("tagwire.db.damaged-20250210T120000Z")).starts_with("first"));
    CHECK(read_bytes(temp.path("tagwire.db.damaged-20250210T120000Z-2")).starts_with("second"));
}

TEST_CASE("an article whose details are damaged keeps its id and dates, and its file is read again") {
    const TempFolder temp;
    open_sound(temp.path())->remember(record("unsaved.md", "urn:unsaved"));
    remember_many(temp.path());
    const std::size_t title = read_bytes(temp.path("tagwire.db")).find("标题 of 7.md");
    REQUIRE(title != std::string::npos);
    patch(temp.path("tagwire.db"), title, "X");
    const auto opened = open_store(temp.path(), Access::own, noon);
    REQUIRE(opened.has_value());
    REQUIRE(opened->warnings.size() == 1);
    CHECK_THAT(opened->warnings.front(), Contains("7.md"));
    const ArticleRecord* mended = opened->store->article("7.md");
    REQUIRE(mended);
    CHECK(mended->article->id == "urn:7");
    CHECK(mended->article->published == noon - 1h);
    CHECK(mended->first_seen == noon);
    CHECK(mended->file == FileVersion{});
    CHECK(mended->article->metadata.title.empty());
}

TEST_CASE("what was committed before a crash is there, with a torn end of the WAL too") {
    const TempFolder temp;
    remember_many(temp.path());
    crash_after(temp.path(), "a.md");
    const std::string wal = read_bytes(temp.path("tagwire.db-wal"));
    REQUIRE_FALSE(wal.empty());
    SECTION("the WAL as it was") {}
    SECTION("a transaction that was begun") { write_bytes(temp.path("tagwire.db-wal"), wal + wal.substr(32, 2000)); }
    const auto store = open_sound(temp.path());
    CHECK(store->holder("urn:1"));
    CHECK(store->holder("urn:a.md"));
}

TEST_CASE("a transaction that was cut short was never there") {
    const TempFolder temp;
    remember_many(temp.path());
    crash_after(temp.path(), "a.md");
    const std::string wal = read_bytes(temp.path("tagwire.db-wal"));
    write_bytes(temp.path("tagwire.db-wal"), wal.substr(0, wal.size() - 100));
    const auto store = open_sound(temp.path());
    CHECK(store->holder("urn:1"));
    CHECK_FALSE(store->holder("urn:a.md"));
}

TEST_CASE("where nothing can be written, what is there is read and the rest kept in memory, with a warning") {
    const TempFolder temp;
    remember_many(temp.path("sound"));
    fs::create_directory(temp.path("empty"));
    const bool crashed = GENERATE(false, true);
    if (crashed) crash_after(temp.path("sound"), "a.md");
    for (const auto& entry : fs::recursive_directory_iterator(temp.path())) {
        fs::permissions(entry.path(), entry.is_directory() ? fs::perms{0555} : fs::perms{0444});
    }
    fs::permissions(temp.path(), fs::perms{0555});
    constexpr uid_t nobody = 65534;
    const auto try_out = [](const std::string& folder, const char* known) {
        const auto opened = open_store(folder, Access::own, noon);
        if (!opened) return 2;
        if (opened->warnings.size() != 1) return 3;
        if (*known != '\0' && !opened->store->holder(known)) return 4;
        opened->store->remember(record("b.md", "urn:b"));
        for (int i = 0; i < 2; ++i) {
            if (opened->store->commit()) return 5;
            if (!opened->store->holder("urn:b")) return 6;
        }
        return 0;
    };
    const int answer = in_child([&] {
        if (::geteuid() == 0 && ::setuid(nobody) != 0) return 1;
        if (const int sound = try_out(temp.path("sound"), "urn:1")) return sound;
        if (const int empty = try_out(temp.path("empty"), "")) return 10 + empty;
        if (const int absent = try_out(temp.path("absent"), "")) return 20 + absent;
        return 0;
    });
    CHECK(answer == 0);
    fs::permissions(temp.path(), fs::perms::owner_all);
    fs::permissions(temp.path("sound"), fs::perms::owner_all);
    fs::permissions(temp.path("empty"), fs::perms::owner_all);
}

TEST_CASE("the default folder is systemd's, else XDG's, else the one below the home") {
    const TempFolder temp;
    fs::create_directory(temp.path("blog"));
    fs::create_directory_symlink(temp.path("blog"), temp.path("link"));
    const auto in_environment = [&](const char* systemd, const char* xdg, const char* home) {
        ::setenv("STATE_DIRECTORY", systemd, 1);
        ::setenv("XDG_STATE_HOME", xdg, 1);
        ::setenv("HOME", home, 1);
        return default_folder(temp.path("link"));
    };
    const std::string home = std::getenv("HOME") == nullptr ? "" : std::getenv("HOME");
    CHECK(in_environment("/var/lib/tagwire:/var/lib/other", "/x", "/h") == "/var/lib/tagwire");
    const std::string by_xdg = in_environment("", "/x", "/h");
    CHECK_THAT(by_xdg, Catch::Matchers::Matches("/x/tagwire/blog-[0-9a-f]{12}"));
    CHECK(in_environment("", "relative", "/h") == "/h/.local/state" + by_xdg.substr(2));
    CHECK(in_environment("", "", "/h") == "/h/.local/state" + by_xdg.substr(2));
    CHECK(in_environment("", "", "").empty());
    in_environment("", "/x", home.c_str());
    CHECK(default_folder(temp.path("blog/")) == by_xdg);
    CHECK(default_folder(temp.path("blog/../blog")) == by_xdg);
    CHECK(default_folder(temp.path("other")) != by_xdg);
    ::unsetenv("STATE_DIRECTORY");
    ::unsetenv("XDG_STATE_HOME");
}
