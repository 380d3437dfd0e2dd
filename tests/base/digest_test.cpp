#include "base/digest.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;

TEST_CASE("Hashes are the same on every machine") {
    CHECK(hex(hash64("")) == "2d06800538d394c2");  // XXH3's published value for no input
    CHECK(hex(fingerprint("").high) == "99aa06d3014798d8");
    CHECK(hex(fingerprint("").low) == "6001c324468d497f");
    CHECK(fingerprint("a") != fingerprint("b"));
}

TEST_CASE("SHA-1 is RFC 3174's") {
    CHECK(sha1_hex("abc") == "a9993e364706816aba3e25717850c26c9cd0d89d");
    CHECK(sha1_hex("").size() == 40);
}

TEST_CASE("Minted ids are UUIDs of version 5, the same for the same names") {
    const std::string id = uuid_urn("example.org", "post/a.md");
    CHECK(id == uuid_urn("example.org", "post/a.md"));
    CHECK(id != uuid_urn("example.com", "post/a.md"));
    CHECK(id.starts_with("urn:uuid:"));
    CHECK(id.size() == 45);
    CHECK(id[23] == '5');
}
