// Copies of a state: of a running daemon's, and as files.
#include "state/sample.hpp"

using namespace tagwire;
using namespace tagwire::state;

namespace fs = std::filesystem;

namespace {

void remember_one(const std::string& folder) {
    const auto store = open_sound(folder);
    store->remember(record("1.md", "urn:1"));
    REQUIRE(store->commit().has_value());
}

}  // namespace

TEST_CASE("a copy of a running daemon's state has what is committed, and saves nothing") {
    const TempFolder temp;
    const auto owner = open_sound(temp.path());
    owner->remember(record("a.md", "urn:a"));
    owner->remember_document("/rss.xml", {1, noon});
    owner->remember_body({1, 2}, "body");
    REQUIRE(owner->commit().has_value());
    owner->remember(record("b.md", "urn:b"));
    {
        const auto copy = open_sound(temp.path(), Access::copy);
        CHECK(copy->holder("urn:a"));
        CHECK_FALSE(copy->holder("urn:b"));
        CHECK(copy->document("/rss.xml")->hash == 1);
        CHECK(copy->body({1, 2}) == "body");
        copy->remember(record("c.md", "urn:c"));
        copy->remember_document("/rss.xml", {2, noon});
        CHECK(copy->commit().has_value());
        CHECK(copy->holder("urn:c"));
        CHECK(copy->document("/rss.xml")->hash == 2);
        copy->clear();
        CHECK(copy->commit().has_value());
        CHECK_FALSE(copy->document("/rss.xml"));
    }
    CHECK_FALSE(open_sound(temp.path(), Access::copy)->holder("urn:c"));
    CHECK(owner->commit().has_value());
}

TEST_CASE("reading a copy leaves nothing beside it") {
    const TempFolder temp;
    remember_one(temp.path("live"));
    fs::create_directory(temp.path("copy"));
    fs::copy_file(temp.path("live/tagwire.db"), temp.path("copy/tagwire.db"));
    CHECK(open_sound(temp.path("copy"), Access::copy)->holder("urn:1"));
    const auto entries = fs::directory_iterator(temp.path("copy"));
    CHECK(std::distance(begin(entries), end(entries)) == 1);
}

TEST_CASE("there is no copy of a state that is not there, or not sound") {
    const TempFolder temp;
    const auto absent = open_store(temp.path(), Access::copy, noon);
    REQUIRE(absent.has_error());
    CHECK(absent.error().fault == Fault::not_found);
    write_bytes(temp.path("tagwire.db"), std::string(5000, 'x'));
    const auto damaged = open_store(temp.path(), Access::copy, noon);
    REQUIRE(damaged.has_error());
    CHECK(damaged.error().fault == Fault::io);
    CHECK(read_bytes(temp.path("tagwire.db")) == std::string(5000, 'x'));
}

TEST_CASE("a backup of a running daemon's state is one file, which can be opened as it is") {
    const TempFolder temp;
    const auto owner = open_sound(temp.path("live"));
    owner->remember(record("a.md", "urn:a"));
    REQUIRE(owner->commit().has_value());
    REQUIRE(back_up(temp.path("live"), temp.path("backup")).has_value());
    owner->remember(record("b.md", "urn:b"));
    CHECK(owner->commit().has_value());

    const auto from_file = open_sound(temp.path("backup"), Access::copy);
    CHECK(from_file->holder("urn:a"));
    CHECK_FALSE(from_file->holder("urn:b"));
    fs::create_directory(temp.path("restored"));
    fs::copy_file(temp.path("backup"), temp.path("restored/tagwire.db"));
    CHECK(open_sound(temp.path("restored"))->holder("urn:a"));
    for (const auto& entry : fs::directory_iterator(temp.path())) {
        CHECK_FALSE(entry.path().filename().string().starts_with("backup."));
    }
}

TEST_CASE("a backup fails where there is no state, or where there is a file already") {
    const TempFolder temp;
    CHECK(back_up(temp.path(), temp.path("backup")).error().fault == Fault::not_found);
    remember_one(temp.path());
    write_bytes(temp.path("backup"), "precious");
    CHECK(back_up(temp.path(), temp.path("backup")).error().fault == Fault::invalid);
    CHECK(read_bytes(temp.path("backup")) == "precious");
    CHECK(back_up(temp.path(), temp.path("no/such/folder")).has_error());
}
