#include "base/time.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace tagwire;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

Instant at(int y, unsigned m, unsigned d, seconds time = 0s) {
    return Instant(sys_days(year(y) / month(m) / day(d))) + time;
}

}  // namespace

TEST_CASE("An instant is written as RFC 3339 and as IMF-fixdate, with the right day of the week") {
    const auto instant = at(2025, 2, 10, 14h + 4min + 13s);
    CHECK(rfc3339(instant) == "2025-02-10T14:04:13Z");
    CHECK(imf_fixdate(instant) == "Mon, 10 Feb 2025 14:04:13 GMT");
    CHECK(rfc3339(at(1, 1, 1)) == "0001-01-01T00:00:00Z");
    CHECK(imf_fixdate(at(9999, 12, 31, 23h)) == "Fri, 31 Dec 9999 23:00:00 GMT");
    CHECK(imf_fixdate(at(1969, 12, 31)) == "Wed, 31 Dec 1969 00:00:00 GMT");
}

TEST_CASE("Microseconds are written only where there are any") {
    CHECK(rfc3339(at(2024, 3, 5) + 123456us) == "2024-03-05T00:00:00.123456Z");
    CHECK(rfc3339(at(2024, 3, 5) + 500ms) == "2024-03-05T00:00:00.5Z");
}

TEST_CASE("RFC 3339 is read with any offset, and nothing else is") {
    CHECK(*parse_rfc3339("2025-02-10T22:04:13+08:00") == at(2025, 2, 10, 14h + 4min + 13s));
    CHECK(*parse_rfc3339("2025-02-10t22:04:13.25z") == at(2025, 2, 10, 22h + 4min + 13s) + 250ms);
    for (const char* text : {"", "2025-02-10", "2025-02-30T00:00:00Z", "2025-02-10T24:00:00Z", "2025-02-10T22:04:13",
                             "2025-02-10T22:04:13+8", "2025-02-10T22:04:13Z ", "25-02-10T22:04:13Z"}) {
        INFO(text);
        CHECK(parse_rfc3339(text).has_error());
    }
}

TEST_CASE("Writing and reading RFC 3339 are inverse") {
    std::mt19937_64 random(1);
    std::uniform_int_distribution<std::int64_t> any(at(1, 1, 1).time_since_epoch().count(),
                                                    at(9999, 12, 31).time_since_epoch().count());
    for (int i = 0; i < 10'000; ++i) {
        const Instant instant{microseconds(any(random))};
        const auto read = parse_rfc3339(rfc3339(instant));
        REQUIRE(read.has_value());
        REQUIRE(*read == instant);
    }
}
