#include "daemon/export_folder.hpp"
#include "daemon/static_export.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <iterator>

#include <unistd.h>

using namespace tagwire;
using namespace tagwire::daemon;
namespace fs = std::filesystem;

namespace {

struct Folder {
    fs::path path = fs::temp_directory_path() / ("tagwire-export-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
};

ExportFolder::Done write(const fs::path& folder, const std::vector<std::pair<std::string, std::string>>& files) {
    auto exported = ExportFolder::open(folder.string(), ForeignFiles::respect);
    REQUIRE(exported.has_value());
    for (const auto& [file, bytes] : files) REQUIRE(exported->write(file, bytes).has_value());
    const auto done = exported->finish();
    REQUIRE(done.has_value());
    return *done;
}

std::string bytes_of(const fs::path& file) {
    std::ifstream stream(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

}  // namespace

TEST_CASE("Only files whose bytes change are touched, and only ours are removed") {
    const Folder folder;
    std::ofstream(folder.path / "foreign.txt") << "mine";
    CHECK(write(folder.path, {{"a.xml", "1"}, {"tags/qq/a.xml", "1"}}).written == 2);
    const auto time = fs::last_write_time(folder.path / "a.xml");
    const auto done = write(folder.path, {{"a.xml", "1"}, {"b.xml", "2"}});
    CHECK(done.written == 1);
    CHECK(done.removed == 1);
    CHECK(fs::last_write_time(folder.path / "a.xml") == time);
    CHECK_FALSE(fs::exists(folder.path / "tags"));
    CHECK(bytes_of(folder.path / "foreign.txt") == "mine");
    CHECK(bytes_of(folder.path / "b.xml") == "2");
}

TEST_CASE("A foreign file is in the way until it may be overwritten") {
    const Folder folder;
    std::ofstream(folder.path / "a.xml") << "mine";
    const auto refused = ExportFolder::open(folder.path.string(), ForeignFiles::respect)->claim({"b.xml", "a.xml"});
    REQUIRE(refused.has_error());
    CHECK(refused.error().message.find("a.xml") != std::string::npos);
    CHECK(ExportFolder::open(folder.path.string(), ForeignFiles::overwrite)->claim({"a.xml"}).has_value());
    write(folder.path, {{"b.xml", "1"}});
    CHECK(ExportFolder::open(folder.path.string(), ForeignFiles::respect)->claim({"b.xml"}).has_value());
}

TEST_CASE("Nothing but whole files is left when writing ends early") {
    const Folder folder;
    write(folder.path, {{"a.xml", "old"}});
    {
        auto exported = ExportFolder::open(folder.path.string(), ForeignFiles::respect);
        REQUIRE(exported->write("a.xml", "new").has_value());
    }
    CHECK(bytes_of(folder.path / "a.xml") == "old");
}

TEST_CASE("A URL's file lies where a web host looks for it, and never outside the folder") {
    const std::string base = "https://example.org/blog/";
    CHECK(file_of("https://example.org/blog/tags/c%2B%2B/", base) == "tags/c++/index.html");
    CHECK(file_of("https://example.org/blog/", base) == "index.html");
    CHECK(file_of("https://example.org/blog/feeds.opml", base) == "feeds.opml");
    for (const char* url :
         {"https://example.org/other/", "https://example.org/blog/%2E%2E/a", "https://example.org/blog/a/%2e%2e%2fb",
          "https://example.org/blog//a", "https://example.org/blog/a%00b", "https://example.org/blog/a%0Ab"}) {
        INFO(url);
        CHECK_FALSE(file_of(url, base));
    }
}
