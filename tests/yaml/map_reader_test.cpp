#include "yaml/value.hpp"

#include <catch2/catch.hpp>

#include <string>

using namespace tagwire;
using yaml::MapReader;

namespace {

// A map and what a reader said of it.
struct Reading {
    yaml::Document document;
    Problems problems;
    explicit Reading(std::string_view text) : document(yaml::parse(text, "feeds/a.yaml", 1, {})) {}
    MapReader reader() { return {document.root, "feeds/a.yaml", problems}; }
};

std::string only_message(const Problems& problems) {
    REQUIRE(problems.size() == 1);
    return to_string(problems.front());
}

}  // namespace

TEST_CASE("members are read as what they are asked for") {
    Reading reading("t: 007\nb: Yes\nn: 20\ns: 512KiB\nd: 1.5h\nl: [a, \"b\"]\no: one\nm: {k: v}\nz:\n");
    MapReader reader = reading.reader();
    CHECK(reader.text("t") == "007");
    CHECK(reader.boolean("b") == true);
    CHECK(reader.size("n") == 20U);
    CHECK(reader.bytes("s") == 512U << 10);
    CHECK(reader.seconds("d") == 5400.0);
    CHECK(reader.texts("l") == std::vector<std::string>{"a", "b"});
    CHECK(reader.texts("o") == std::vector<std::string>{"one"});
    REQUIRE(reader.map("m") != nullptr);
    CHECK(reader.map("m")->find("k")->scalar == "v");
    CHECK(reader.text("z") == std::nullopt);
    CHECK(reader.text("absent") == std::nullopt);
    reader.finish();
    CHECK(reading.problems.empty());
}

TEST_CASE("sizes and times have units") {
    const auto [text, bytes] = GENERATE(table<std::string, std::size_t>(
        {{"4096", 4096}, {"1MiB", 1 << 20}, {"1 mib", 1 << 20}, {"2KB", 2000}, {"0.5GiB", 1 << 29}, {"3B", 3}}));
    Reading sizes("x: " + text);
    CHECK(sizes.reader().bytes("x") == bytes);

    const auto [time, seconds] = GENERATE(
        table<std::string, double>({{"200ms", 0.2}, {"3", 3}, {"3s", 3}, {"15min", 900}, {"2h", 7200}, {"1d", 86400}}));
    Reading times("x: " + time);
    CHECK(times.reader().seconds("x").value() == Approx(seconds));
}

TEST_CASE("a value of the wrong kind is nothing and an error at its place") {
    Reading reading(
        "t: [a]\nb: maybe\nn: -1\nn2: 99999999999999999999\ns: 5 parsecs\nd: soon\nl: [[a]]\n"
        "m: x\ns2: 1e300\nd2: nan\n");
    MapReader reader = reading.reader();
    CHECK(reader.text("t") == std::nullopt);
    CHECK(reader.boolean("b") == std::nullopt);
    CHECK(reader.size("n") == std::nullopt);
    CHECK(reader.size("n2") == std::nullopt);
    CHECK(reader.bytes("s") == std::nullopt);
    CHECK(reader.seconds("d") == std::nullopt);
    CHECK(reader.texts("l") == std::nullopt);
    CHECK(reader.map("m") == nullptr);
    CHECK(reader.bytes("s2") == std::nullopt);
    CHECK(reader.seconds("d2") == std::nullopt);
    REQUIRE(reading.problems.size() == 10);
    CHECK(to_string(reading.problems.front()) ==
          "feeds/a.yaml:1:4: error: \"t\" must have one value, not a list or a map [bad-value]");
    for (std::size_t i = 0; i < reading.problems.size(); ++i) {
        CHECK(reading.problems[i].code == "bad-value");
        CHECK(reading.problems[i].line == i + 1);
    }
}

TEST_CASE("an unknown key is an error that names the nearest known one") {
    const auto [key, advice] = GENERATE(table<std::string, std::string>({
        {"tilte", "there is no key \"tilte\"; did you mean \"title\"?"},
        {"base_url", "there is no key \"base_url\"; did you mean \"base-url\"?"},
        {"Title", "there is no key \"Title\"; did you mean \"title\"?"},
        {"colour", "there is no key \"colour\"; the keys here are title, base-url"},
    }));
    Reading reading("title: a\n" + key + ": x\n");
    MapReader reader = reading.reader();
    CHECK(reader.text("title") == "a");
    CHECK(reader.text("base-url") == std::nullopt);
    reader.finish();
    CHECK(only_message(reading.problems) == "feeds/a.yaml:2:1: error: " + advice + " [unknown-key]");
}

TEST_CASE("what is no map is an error, and an empty file is an empty map") {
    Reading list("- a");
    list.reader().finish();
    CHECK(only_message(list.problems) ==
          "feeds/a.yaml:1:1: error: keys and values are expected here, as in \"key: value\" [bad-value]");
    Reading empty("# nothing yet\n");
    empty.reader().finish();
    CHECK(empty.problems.empty());
}
