#include "cli/options.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace tagwire;
using namespace tagwire::cli;

namespace {

struct File {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / ("tagwire-options-" + std::to_string(::getpid()));
    explicit File(const std::string& text) { std::ofstream(path) << text; }
    ~File() { std::filesystem::remove(path); }
};

}  // namespace

TEST_CASE("Options win over the configuration file, and the file over the defaults") {
    const File file("title: from the file\nlanguage: zh-CN\n");
    Options options;
    options.config = file.path.string();
    options.title = "from the command line";
    const auto loaded = load_configuration(options);
    CHECK(loaded.problems.empty());
    CHECK(loaded.configuration.title == "from the command line");
    CHECK(loaded.configuration.language == "zh-CN");
    CHECK(loaded.configuration.listen == "127.0.0.1:8080");
}

TEST_CASE("A configuration file that is not there is named") {
    Options options;
    options.config = "/no/such/tagwire.yaml";
    const auto settings = take_snapshot(options);
    REQUIRE(settings.has_error());
    CHECK(settings.error().message.find("/no/such/tagwire.yaml") != std::string::npos);
}

TEST_CASE("All that is wrong with the configuration is said at once") {
    Options options;
    options.time_zone = "Mars/Olympus";
    options.base_url = "example.org";
    const auto settings = take_snapshot(options);
    REQUIRE(settings.has_error());
    CHECK(settings.error().message.find("Mars/Olympus") != std::string::npos);
    CHECK(settings.error().message.find("example.org") != std::string::npos);
}

TEST_CASE("The time of --now is one of RFC 3339, and without it the clock's") {
    Options options;
    options.now = "2026-11-21T20:00:00+08:00";
    CHECK(rfc3339(*now(options)) == "2026-11-21T12:00:00Z");
    options.now = "yesterday";
    CHECK(now(options).has_error());
    options.now.reset();
    CHECK(*now(options) > *parse_rfc3339("2026-01-01T00:00:00Z"));
}
