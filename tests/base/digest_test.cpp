#include "base/digest.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;

TEST_CASE("Hashes are the same on every machine") {
    CHECK(hex(hash64("")) == "2d06800538d394c2");  // XXH3's published value for no input
    CHECK(hex(fingerprint("").high) == "99aa06d3014798d8");
    CHECK(hex(fingerprint("").low) == "6001c324468d497f");
    CHECK(fingerprint("a") != fingerprint("b"));
}

TEST_CASE("Minted ids are UUIDs of version 5, the same for the same names") {
    const std::string id = uuid_urn("example.org", "post/a.md");
    CHECK(id == uuid_urn("example.org", "post/a.md"));
    CHECK(id != uuid_urn("example.com", "post/a.md"));
    CHECK(id.starts_with("urn:uuid:"));
    CHECK(id.size() == 45);
    CHECK(id[23] == '5');
}
