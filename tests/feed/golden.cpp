#include "feed/golden.hpp"

#include <catch2/catch.hpp>

#include <cstdlib>
#include <fstream>
#include <iterator>

void require_golden(const std::string& name, std::string_view document) {
    const std::string path = TAGWIRE_TEST_DATA "/golden/" + name;
    if (std::getenv("TAGWIRE_APPROVE") != nullptr) {
        std::ofstream(path, std::ios::binary) << document;
        FAIL_CHECK("rewritten: " << path);
        return;
    }
    std::ifstream file(path, std::ios::binary);
    INFO(path);
    REQUIRE(file.is_open());
    const std::string approved{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    CHECK(approved == document);
}
