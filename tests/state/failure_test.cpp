// What is left when the disk fails, or the process is killed.
#include "state/failing_disk.hpp"
#include "state/sample.hpp"

#include <signal.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>
#include <thread>

using namespace tagwire;
using namespace tagwire::state;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

std::string id_of(int number) { return "urn:" + std::to_string(number); }

ArticleRecord numbered(int number) { return record(std::to_string(number) + ".md", id_of(number)); }

// Each commit has two articles, and the number of the last in the marks.
[[noreturn]] void commit_for_ever(const std::string& folder, int first) {
    const auto opened = open_store(folder, Access::own, noon);
    if (!opened) ::_exit(1);
    for (int number = first;; number += 2) {
        opened->store->remember(numbered(number));
        opened->store->remember(numbered(number + 1));
        opened->store->remember_body({static_cast<std::uint64_t>(number), 0}, std::string(2000, 'x'));
        opened->store->remember_marks({noon, static_cast<std::uint64_t>(number) + 2, {}, ""});
        if (!opened->store->commit()) ::_exit(2);
    }
}

}  // namespace

TEST_CASE("a commit that fails is told, loses nothing, and is made up for by the next") {
    const int code = GENERATE(SQLITE_FULL, SQLITE_IOERR_WRITE);
    const int writes = GENERATE(range(0, 12));
    const TempFolder temp;
    const FailingDisk disk;
    auto store = open_sound(temp.path());
    store->remember(numbered(1));
    store->remember_body({1, 0}, "one");
    REQUIRE(store->commit().has_value());

    FailingDisk::fail_after(writes, code);
    store->remember(numbered(2));
    store->remember_feed(feed_record("a"));
    store->remember_document("/rss.xml", {2, noon});
    store->remember_body({2, 0}, "two");
    store->forget_body({1, 0});
    if (const auto committed = store->commit(); !committed) {
        CHECK_THAT(committed.error().message, Contains(temp.path("tagwire.db")) && Contains("only as long as"));
    }
    CHECK(store->holder(id_of(2)));
    CHECK(store->feed({"tags", "a"}));
    CHECK(store->document("/rss.xml")->hash == 2);
    CHECK(store->body({2, 0}) == "two");

    FailingDisk::mend();
    store->remember(numbered(3));
    CHECK(store->commit().has_value());
    store.reset();
    store = open_sound(temp.path());
    CHECK(store->holder(id_of(1)));
    CHECK(store->holder(id_of(2)));
    CHECK(store->holder(id_of(3)));
    CHECK(store->feed({"tags", "a"}));
    CHECK(store->document("/rss.xml")->hash == 2);
    CHECK(store->body({2, 0}) == "two");
    CHECK_FALSE(store->body({1, 0}));
}

TEST_CASE("a disk that fails at once fails each commit until it is mended") {
    const TempFolder temp;
    const FailingDisk disk;
    const auto store = open_sound(temp.path());
    FailingDisk::fail_after(0, SQLITE_IOERR_WRITE);
    store->remember(numbered(1));
    CHECK(store->commit().has_error());
    CHECK(store->commit().has_error());
    FailingDisk::mend();
    CHECK(store->commit().has_value());
}

TEST_CASE("a disk that is full at the start leaves a store in memory, with a warning") {
    const TempFolder temp;
    const FailingDisk disk;
    FailingDisk::fail_after(0, SQLITE_FULL);
    const auto opened = open_store(temp.path(), Access::own, noon);
    REQUIRE(opened.has_value());
    CHECK(opened->warnings.size() == 1);
    opened->store->remember(numbered(1));
    CHECK(opened->store->commit().has_error());
    CHECK(opened->store->holder(id_of(1)));
}

TEST_CASE("checkpoints that fail lose nothing") {
    const TempFolder temp;
    const FailingDisk disk;
    {
        const auto store = open_sound(temp.path());
        for (int number = 0; number < 3000; ++number) store->remember(numbered(number));
        REQUIRE(store->commit().has_value());
        FailingDisk::fail_after(0, SQLITE_IOERR_FSYNC);
    }
    FailingDisk::mend();
    CHECK(open_sound(temp.path())->holder(id_of(2999)));
}

TEST_CASE("the WAL is emptied in the background while commits go on") {
    const TempFolder temp;
    const auto store = open_sound(temp.path());
    const std::string wal = temp.path("tagwire.db-wal");
    std::uintmax_t largest = 0;
    const auto deadline = std::chrono::steady_clock::now() + 30s;
    for (int round = 0; std::chrono::steady_clock::now() < deadline; ++round) {
        for (int number = 0; number < 1000; ++number) store->remember(numbered(number));
        REQUIRE(store->commit().has_value());
        const std::uintmax_t size = std::filesystem::file_size(wal);
        if (round > 5 && size <= largest) return;  // it has begun again from its start
        largest = std::max(largest, size);
    }
    FAIL("the WAL grows for ever: " << largest);
}

TEST_CASE("killed at any moment, a process leaves all of its commits so far, each of them complete") {
    const TempFolder temp;
    std::mt19937 random(20250210);
    int committed = 0;
    for (int round = 0; round < 50; ++round) {
        const pid_t child = ::fork();
        if (child == 0) commit_for_ever(temp.path(), committed);
        std::this_thread::sleep_for(std::chrono::microseconds(random() % 40'000));
        ::kill(child, SIGKILL);
        int status = 0;
        ::waitpid(child, &status, 0);
        REQUIRE(WIFSIGNALED(status));

        const auto store = open_sound(temp.path());
        const auto next = store->marks() == Marks{} ? 0 : static_cast<int>(store->marks().next_number);
        REQUIRE(next >= committed);
        for (int number = 0; number < next; ++number) REQUIRE(store->holder(id_of(number)));
        REQUIRE_FALSE(store->holder(id_of(next)));
        for (int number = 0; number < next; number += 2) {
            REQUIRE(store->has_body({static_cast<std::uint64_t>(number), 0}));
        }
        committed = next;
    }
    CHECK(committed > 0);
}
