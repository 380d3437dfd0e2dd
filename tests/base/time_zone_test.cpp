#include "base/time_zone.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

LocalTime local(int y, unsigned m, unsigned d, minutes time) {
    return LocalTime(local_days(year(y) / month(m) / day(d))) + time;
}

std::string utc_of(const char* zone, LocalTime time) { return rfc3339(TimeZone::find(zone)->to_instant(time)); }

}  // namespace

TEST_CASE("A local time becomes the instant of its zone") {
    CHECK(utc_of("Asia/Shanghai", local(2025, 2, 10, 22h + 4min)) == "2025-02-10T14:04:00Z");
    CHECK(utc_of("UTC", local(2025, 2, 10, 22h + 4min)) == "2025-02-10T22:04:00Z");
    // China had daylight saving time from 1986 to 1991.
    CHECK(utc_of("Asia/Shanghai", local(1988, 7, 1, 12h)) == "1988-07-01T03:00:00Z");
}

TEST_CASE("A time that a clock change skips is moved on, one that occurs twice is the first") {
    CHECK(utc_of("America/New_York", local(2026, 3, 8, 2h + 30min)) == "2026-03-08T07:30:00Z");
    CHECK(utc_of("America/New_York", local(2026, 11, 1, 1h + 30min)) == "2026-11-01T05:30:00Z");
}

TEST_CASE("An abbreviation is read as the zone itself uses it") {
    CHECK(TimeZone::find("Asia/Shanghai")->offset_of("CST", local(2025, 2, 10, 0h)) == 8h);
    CHECK(TimeZone::find("America/Chicago")->offset_of("CST", local(2025, 7, 10, 0h)) == -6h);
    CHECK_FALSE(TimeZone::find("Asia/Shanghai")->offset_of("CEST", local(2025, 2, 10, 0h)));
}

TEST_CASE("A zone that nobody knows is refused by name") {
    const auto zone = TimeZone::find("Asia/Nowhere");
    REQUIRE(zone.has_error());
    CHECK(zone.error().fault == Fault::not_found);
    CHECK(zone.error().message.find("'Asia/Nowhere'") != std::string::npos);
}
