#include "http/http_date.hpp"

#include <catch2/catch.hpp>

#include <random>
#include <string>

using namespace tagwire;
using namespace std::chrono;
using http::parse_http_date;

namespace {

Instant at(int y, unsigned m, unsigned d, int h, int min, int s) {
    return sys_days(year(y) / month(m) / day(d)) + hours(h) + minutes(min) + seconds(s);
}

const Instant now = at(2026, 11, 1, 12, 0, 0);

}  // namespace

TEST_CASE("all three forms of an HTTP date are read") {
    const Instant expected = at(1994, 11, 6, 8, 49, 37);
    CHECK(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT", now) == expected);
    CHECK(parse_http_date("Sunday, 06-Nov-94 08:49:37 GMT", now) == expected);
    CHECK(parse_http_date("Sun Nov  6 08:49:37 1994", now) == expected);
    CHECK(parse_http_date("Wed Nov 16 08:49:37 1994", now) == at(1994, 11, 16, 8, 49, 37));
}

TEST_CASE("a year of two digits is at most fifty years ahead") {
    CHECK(parse_http_date("Sunday, 01-Jan-76 00:00:00 GMT", now) == at(2076, 1, 1, 0, 0, 0));
    CHECK(parse_http_date("Sunday, 01-Jan-77 00:00:00 GMT", now) == at(1977, 1, 1, 0, 0, 0));
    CHECK(parse_http_date("Sunday, 01-Jan-00 00:00:00 GMT", now) == at(2000, 1, 1, 0, 0, 0));
}

TEST_CASE("a leap second is the second after it") {
    CHECK(parse_http_date("Sat, 31 Dec 2016 23:59:60 GMT", now) == at(2017, 1, 1, 0, 0, 0));
}

TEST_CASE("what is not an HTTP date is no date") {
    const auto text =
        GENERATE(as<std::string>(), "", "garbage", "0", "1994-11-06T08:49:37Z", "Sun, 06 Nov 1994 08:49:37",
                 "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 Nov 1994 08:49:37 GMT ", "Sun, 6 Nov 1994 08:49:37 GMT",
                 "Sun, 31 Feb 1994 08:49:37 GMT", "Sun, 29 Feb 2026 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
                 "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, 06 Nov 1994 08:49:61 GMT", "Son, 06 Nov 1994 08:49:37 GMT",
                 "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06-Nov-94 08:49:37 GMT", "Sunday, 06 Nov 1994 08:49:37 GMT",
                 "Sun Nov 6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
                 "Sun, -6 Nov 1994 08:49:37 GMT");
    CAPTURE(text);
    CHECK_FALSE(parse_http_date(text, now));
}

TEST_CASE("a date that we write is read as the same instant") {
    std::mt19937 random(7);
    std::uniform_int_distribution<std::int64_t> second_of_four_centuries(0, std::int64_t{400} * 365 * 86'400);
    for (int i = 0; i < 2000; ++i) {
        const Instant instant = at(1800, 1, 1, 0, 0, 0) + seconds(second_of_four_centuries(random));
        CAPTURE(imf_fixdate(instant));
        REQUIRE(parse_http_date(imf_fixdate(instant), now) == instant);
    }
}
