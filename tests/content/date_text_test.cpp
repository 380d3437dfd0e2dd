#include "content/date_text.hpp"
#include "reading.hpp"

#include <random>

using namespace tagwire;
using namespace tagwire::content;

namespace {

std::string read_in(std::string_view zone_name, std::string_view text) {
    const DateReading reading = read_date(text, zone(zone_name));
    std::string result = to_text(reading.instant);
    if (!reading.instant) CHECK_FALSE(reading.reason.empty());
    if (!reading.unknown_zone.empty()) result += " unknown " + reading.unknown_zone;
    return result;
}

}  // namespace

TEST_CASE("dates without a zone are in the zone of the site") {
    const auto [text, utc] = GENERATE(table<std::string, std::string>({
        {"2025-02-10 22:04:13", "2025-02-10T14:04:13Z"},
        {"2025-02-10T22:04:13", "2025-02-10T14:04:13Z"},
        {"2025-02-10t22:04:13.25", "2025-02-10T14:04:13.25Z"},
        {"2025-02-10", "2025-02-09T16:00:00Z"},
        {"2025-02-10 9:04:13", "2025-02-10T01:04:13Z"},
        {"2025-02-10 22:04", "2025-02-10T14:04:00Z"},
        {"2025-02-10T22:04", "2025-02-10T14:04:00Z"},
        {"2025-2-9", "2025-02-08T16:00:00Z"},
        {"2025-02-9 10:00:00", "2025-02-09T02:00:00Z"},
        {"2025-2-9T22:04", "2025-02-09T14:04:00Z"},
        {"2025/02/10", "2025-02-09T16:00:00Z"},
        {"2025.02.10", "2025-02-09T16:00:00Z"},
        {"2025/02/10 22:04", "2025-02-10T14:04:00Z"},
        {"10 Feb 2025", "2025-02-09T16:00:00Z"},
        {"10-Feb-2025 22:04", "2025-02-10T14:04:00Z"},
        {"Feb 10, 2025", "2025-02-09T16:00:00Z"},
        {"February 10, 2025", "2025-02-09T16:00:00Z"},
        {"Feb. 10 2025, 10:04 PM", "2025-02-10T14:04:00Z"},
        {"2025-02-10 12:04 am", "2025-02-09T16:04:00Z"},
        {"March 10th, 2010", "2010-03-09T16:00:00Z"},
        {"Sept 1st 2024", "2024-08-31T16:00:00Z"},
        {"Mon Feb 10 22:04:13 2025", "2025-02-10T14:04:13Z"},
        {"20250210", "2025-02-09T16:00:00Z"},
        {"2025年02月10日", "2025-02-09T16:00:00Z"},
        {"2025年2月10日 22：04：13", "2025-02-10T14:04:13Z"},
        {"２０２５－０２－１０　２２：０４", "2025-02-10T14:04:00Z"},
        {"  2025-02-10  22:04:13  ", "2025-02-10T14:04:13Z"},
    }));
    CAPTURE(text);
    CHECK(read_in("Asia/Shanghai", text) == utc);
    CHECK(read_date(text, zone("Asia/Shanghai")).zoneless);
}

TEST_CASE("dates with a zone mean what they say") {
    const auto [text, utc] = GENERATE(table<std::string, std::string>({
        {"2025-02-10T22:04:13Z", "2025-02-10T22:04:13Z"},
        {"2025-02-10T22:04:13z", "2025-02-10T22:04:13Z"},
        {"2025-02-10T22:04:13+08:00", "2025-02-10T14:04:13Z"},
        {"2025-02-10T22:04:13-0530", "2025-02-11T03:34:13Z"},
        {"2025-02-10T22:04:13.123456789Z", "2025-02-10T22:04:13.123456Z"},
        {"2025-02-10T22:04:13,5Z", "2025-02-10T22:04:13.5Z"},
        {"2025-02-10 22:04:13 +0800", "2025-02-10T14:04:13Z"},
        {"2025-02-10 22:04:13 +08:00", "2025-02-10T14:04:13Z"},
        {"2025-02-10 22:04:13+0800", "2025-02-10T14:04:13Z"},
        {"2025-02-10 22:04:13.5 -05:00", "2025-02-11T03:04:13.5Z"},
        {"2025-02-10 22:04 -05:00", "2025-02-11T03:04:00Z"},
        {"2025-02-10 22:04:13 +08", "2025-02-10T14:04:13Z"},
        {"2025-02-10 22:04:13 +0800 CST", "2025-02-10T14:04:13Z"},
        {"Mon, 10 Feb 2025 22:04:13 GMT", "2025-02-10T22:04:13Z"},
        {"Monday, 10 Feb 2025 22:04 +0100", "2025-02-10T21:04:00Z"},
        {"Mon Feb 10 22:04:13 CST 2025", "2025-02-10T14:04:13Z"},
        {"Sat Jul 10 22:04:13 CEST 2021", "2021-07-10T20:04:13Z"},
        {"Mon Feb 10 2025 22:04:13 GMT+0800 (China Standard Time)", "2025-02-10T14:04:13Z"},
        {"2025-02-10 22:04:13 UTC", "2025-02-10T22:04:13Z"},
        {"2025-02-10 UTC", "2025-02-10T00:00:00Z"},
        {"2025-02-10 22:04:13 EST", "2025-02-11T03:04:13Z"},
        {"2025-07-10 22:04 Europe/Berlin", "2025-07-10T20:04:00Z"},
        {"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"},
        {"1739196253", "2025-02-10T14:04:13Z"},
        {"1739196253250", "2025-02-10T14:04:13.25Z"},
    }));
    CAPTURE(text);
    CHECK(read_in("Asia/Shanghai", text) == utc);
    CHECK_FALSE(read_date(text, zone("Asia/Shanghai")).zoneless);
}

TEST_CASE("an abbreviation means what it means in the zone of the site") {
    CHECK(read_in("Asia/Shanghai", "2025-02-10 22:04:13 CST") == "2025-02-10T14:04:13Z");
    CHECK(read_in("America/Chicago", "2025-02-10 22:04:13 CST") == "2025-02-11T04:04:13Z");
    CHECK(read_in("UTC", "2025-02-10 22:04:13 CST") == "2025-02-11T04:04:13Z");
    CHECK(read_in("Asia/Kolkata", "2025-02-10 22:04:13 IST") == "2025-02-10T16:34:13Z");
    CHECK(read_in("UTC", "2025-02-10 22:04:13 XYZ") == "2025-02-10T22:04:13Z unknown XYZ");
    CHECK(read_in("UTC", "2025-02-10 22:04:13 Nowhere/Land") == "2025-02-10T22:04:13Z unknown Nowhere/Land");
}

TEST_CASE("daylight saving time: the first of two, and on by the gap") {
    const auto [zone_name, text, utc] = GENERATE(table<std::string, std::string, std::string>({
        {"America/New_York", "2025-03-09 01:59:59", "2025-03-09T06:59:59Z"},
        {"America/New_York", "2025-03-09 02:30:00", "2025-03-09T07:30:00Z"},
        {"America/New_York", "2025-03-09 03:00:00", "2025-03-09T07:00:00Z"},
        {"America/New_York", "2025-11-02 01:30:00", "2025-11-02T05:30:00Z"},
        {"America/New_York", "2025-11-02 01:30:00 EST", "2025-11-02T06:30:00Z"},
        {"America/New_York", "2025-11-02 02:00:00", "2025-11-02T07:00:00Z"},
        {"Asia/Shanghai", "1988-07-01 12:00:00", "1988-07-01T03:00:00Z"},
        {"Asia/Shanghai", "1988-12-01 12:00:00", "1988-12-01T04:00:00Z"},
    }));
    CAPTURE(zone_name, text);
    CHECK(read_in(zone_name, text) == utc);
}

TEST_CASE("what is no date, or more than one, is refused") {
    const auto [text, reason] = GENERATE(table<std::string, std::string>({
        {"10/02/2025", "it may begin with the day or with the month"},
        {"02/13/2025", "it may begin with the day or with the month"},
        {"2/10/25", "it may begin with the day or with the month"},
        {"10.02.2025", "it may begin with the day or with the month"},
        {"25-02-10", "it may begin with the day or with the month"},
        {"2025-02-30", "there is no day 30 in that month"},
        {"2025-02-00", "there is no day 0 in that month"},
        {"2025-13-01", "there is no month 13"},
        {"2025-02-10 24:04:13", "there is no hour 24"},
        {"2025-02-10 22:60", "there is no minute 60"},
        {"2025-02-10 22:04:61", "there is no second 61"},
        {"2025-02-10 22:04 +25:00", "there is no offset 25"},
        {"0001-01-01T00:00:00Z", "year 0 and year 1 stand for a date that was never set"},
        {"0000-00-00", "year 0 and year 1 stand for a date that was never set"},
        {"9999-12-31T23:00:00-05:00", "its year has not four digits in UTC"},
        {"0002-01-01T00:00:00+01:00", "its year has not four digits in UTC"},
        {std::string(101, '1'), "it is too long"},
    }));
    CAPTURE(text);
    CHECK_FALSE(read_date(text, TimeZone::utc()).instant);
    CHECK(read_date(text, TimeZone::utc()).reason == reason);
}

TEST_CASE("what has the form of no date is refused") {
    const std::string text = GENERATE(
        as<std::string>{}, "", "soon", "2021-10-XX", "2016=04-14", "2017-06-08:00", "2023-10-25:00:15.000Z",
        "2025-02-10 12:03::00", "20256-05-26", "2016-10-02T", "2020-01-02-10:30", "2020-01-02 10:00:00 1234 -0500",
        "2020-01-02T10:00:00:00+08:00", "2020-01-02T10:00.5Z", "2020-01-022", "2020-01", "2020", "Now()", "1739",
        "17391962530", "99999999999999999999", "2025-02/10", "2025-02-10T", "Feb 2025", "Feb 10", "Feb 10, 25",
        "10 Feb 25", "Mond, 10 Feb 2025 x y", "2025-02-10 +08:0", "2025-02-10 22", "Mon", "2025-02-10 22:04:13.",
        "2025-02-10 22:04:13 + 08:00", "10th of Feb 2025", "Feb 10 22:04:13", "二〇二五年");
    CAPTURE(text);
    const DateReading reading = read_date(text, TimeZone::utc());
    CHECK_FALSE(reading.instant);
    CHECK_FALSE(reading.reason.empty());
}

TEST_CASE("reading undoes both spellings of an instant") {
    std::mt19937_64 random(1988);
    for (int round = 0; round < 5000; ++round) {
        const auto seconds = static_cast<std::int64_t>(random() % 250'000'000'000) - 50'000'000'000;
        const Instant instant{std::chrono::seconds(seconds)};
        REQUIRE(read_date(rfc3339(instant), TimeZone::utc()).instant == instant);
        REQUIRE(read_date(imf_fixdate(instant), zone("Asia/Shanghai")).instant == instant);
        const Instant exact = instant + std::chrono::microseconds(random() % 1'000'000);
        REQUIRE(read_date(rfc3339(exact), TimeZone::utc()).instant == exact);
    }
}

TEST_CASE("any bytes are a date or are none") {
    std::mt19937 random(4);
    const std::string alphabet = "0123456789-/:.,+ TZaepmFbGMCS()\xEF\xBC\x9A";
    for (int round = 0; round < 100'000; ++round) {
        std::string text = random() % 2 == 0 ? "2025-02-10 22:04:13 +08:00" : "Mon, 10 Feb 2025 22:04:13 GMT";
        for (std::size_t edits = random() % 5; edits > 0; --edits)
            text[random() % text.size()] = alphabet[random() % alphabet.size()];
        text.resize(random() % (text.size() + 1));
        const DateReading reading = read_date(text, TimeZone::utc());
        CAPTURE(text);
        REQUIRE(reading.instant.has_value() == reading.reason.empty());
    }
}
