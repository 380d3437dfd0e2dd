#include "http/negotiation.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;

TEST_CASE("Accept-Encoding chooses the coding") {
    const auto [value, expected] = GENERATE(table<std::string, Coding>({
        {"", Coding::identity},
        {"gzip", Coding::gzip},
        {"GZIP", Coding::gzip},
        {"x-gzip", Coding::gzip},
        {"gzip;q=0", Coding::identity},
        {"gzip;q=0.0", Coding::identity},
        {"gzip;q=0.001", Coding::gzip},
        {"gzip ; Q=0.5", Coding::gzip},
        {"*", Coding::gzip},
        {"*;q=0", Coding::identity},
        {"gzip;q=0, *", Coding::identity},
        {"identity", Coding::identity},
        {"identity;q=0", Coding::identity},
        {"identity;q=0, gzip", Coding::gzip},
        {"identity;q=0, *;q=0.1", Coding::gzip},
        {"identity, gzip;q=0.5", Coding::identity},
        {"identity;q=0.5, gzip;q=0.5", Coding::gzip},
        {"identity, *;q=0.5", Coding::identity},
        {"br;q=1, gzip;q=0.5", Coding::gzip},
        {"gzip, deflate, br, zstd", Coding::gzip},
        {"br,gzip", Coding::gzip},
        {"br", Coding::identity},
        {",, gzip ,", Coding::gzip},
        {"gzipped", Coding::identity},
        {"gzip;q=1.001", Coding::identity},
        {"gzip;q=2", Coding::identity},
        {"gzip;q=0.5555", Coding::identity},
        {"gzip;q=", Coding::identity},
        {"gzip;q=-1", Coding::identity},
        {"gzip;level=9", Coding::identity},
        {";q=1", Coding::identity},
        {"gzip;q=1.", Coding::gzip},
    }));
    CAPTURE(value);
    CHECK(choose_coding(value) == expected);
}
