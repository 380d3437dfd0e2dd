#include "site/permalink.hpp"

#include <catch2/catch.hpp>

using tagwire::site::expand;

namespace {

std::optional<std::string> value(std::string_view token) {
    if (token == "year") return "2025";
    if (token == "title") return "a-day";
    if (token == "sections[1:]") return "b/c";
    return std::nullopt;
}

}  // namespace

TEST_CASE("a token's value takes its place, and what is no token stays") {
    CHECK(expand("/:year/:title/", value) == "/2025/a-day/");
    CHECK(expand(":year-:title.html", value) == "2025-a-day.html");
    CHECK(expand("/:sections[1:]/:title", value) == "/b/c/a-day");
    CHECK(expand("/:unknown/:/x", value) == "/:unknown/:/x");
    CHECK(expand("", value).empty());
}
