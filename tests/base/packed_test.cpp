#include "base/packed.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;

TEST_CASE("a packed text is smaller, and comes back as it was") {
    std::string text;
    for (int i = 0; i < 1000; ++i) {
        text += "第" + std::to_string(i) + "段，内容相近。";
    }
    CHECK(pack(text).size() < text.size() / 2);
    CHECK(unpack(pack(text)) == text);
    CHECK(unpack(pack("")).empty());
}

TEST_CASE("what was not packed is refused") {
    CHECK_THROWS_AS(unpack(""), std::runtime_error);
    CHECK_THROWS_AS(unpack("plain text"), std::runtime_error);
    const std::string packed = pack("some text that is cut off in the middle");
    CHECK_THROWS_AS(unpack(packed.substr(0, packed.size() - 3)), std::runtime_error);
}
