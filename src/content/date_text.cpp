#include "content/date_text.hpp"

#include "base/text.hpp"
#include "content/date_parser.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

namespace tagwire::content {

namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using std::chrono::month;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::size_t date_octets_max = 100;

struct ZoneName {
    std::string_view name;
    int minutes_east;
};

// RFC 822 §5.1, and names that mean one offset wherever they are used. The zone given comes first: CST is China's in
// Shanghai.
constexpr std::array<ZoneName, 24> zone_names = {
    {{"Z", 0},      {"UTC", 0},    {"GMT", 0},    {"UT", 0},     {"EST", -300}, {"EDT", -240},
     {"CST", -360}, {"CDT", -300}, {"MST", -420}, {"MDT", -360}, {"PST", -480}, {"PDT", -420},
     {"WET", 0},    {"WEST", 60},  {"CET", 60},   {"CEST", 120}, {"EET", 120},  {"EEST", 180},
     {"MSK", 180},  {"HKT", 480},  {"SGT", 480},  {"JST", 540},  {"KST", 540},  {"AEST", 600}}};

char32_t narrow(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;  // full width forms
    switch (c) {
        case U'年':
        case U'月':
        case 0x2212: return '-';  // MINUS SIGN
        case U'日':
        case U'号': return ' ';
        default: return is_blank(c) ? U' ' : c;
    }
}

std::string to_ascii(std::string_view text) {
    std::string ascii;
    for (std::string_view rest = trim(text); !rest.empty();) append_utf8(ascii, narrow(take_code_point(rest)));
    return std::string(trim(ascii));
}

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "20250210", and the seconds or milliseconds since 1970, told apart by their length.
std::optional<std::string> spell_out(std::string_view digits) {
    if (digits.size() != 8) return std::nullopt;
    return std::string(digits.substr(0, 4)) + '-' + std::string(digits.substr(4, 2)) + '-' +
           std::string(digits.substr(6));
}

std::optional<Instant> since_1970(std::string_view digits) {
    std::int64_t count = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), count);
    if (digits.size() == 10) return Instant(seconds(count));
    if (digits.size() == 13) return Instant(milliseconds(count));
    return std::nullopt;
}

// RFC 3339 has four digits for the year, also after the change to UTC.
bool has_four_digit_year(Instant instant) {
    return instant >= sys_days(year(2) / 1 / 1) && instant < sys_days(year(10000) / 1 / 1);
}

std::optional<seconds> offset_of_name(std::string_view name, LocalTime local, const TimeZone& zone) {
    if (const auto own = zone.offset_of(name, local)) return own;
    const auto known = std::find_if(zone_names.begin(), zone_names.end(), [&](const ZoneName& candidate) {
        return equals_ignoring_ascii_case(candidate.name, name);
    });
    if (known == zone_names.end()) return std::nullopt;
    return minutes(known->minutes_east);
}

// Nothing where the text names no zone that is known.
std::optional<Instant> in_own_zone(const DateParts& parts, LocalTime local, const TimeZone& zone) {
    if (parts.offset) return Instant(local.time_since_epoch() - *parts.offset);
    if (parts.zone.empty()) return std::nullopt;
    if (const auto east = offset_of_name(parts.zone, local, zone)) return Instant(local.time_since_epoch() - *east);
    if (parts.zone.find('/') == std::string_view::npos) return std::nullopt;
    const Result<TimeZone> named = TimeZone::find(parts.zone);
    if (!named) return std::nullopt;
    return named->to_instant(local);
}

DateReading read_parts(const DateParts& parts, const TimeZone& zone) {
    DateReading reading;
    const year_month_day day(year(parts.year), month(static_cast<unsigned>(parts.month)),
                             std::chrono::day(static_cast<unsigned>(parts.day)));
    if (!day.ok()) {
        reading.reason = "there is no day " + std::to_string(parts.day) + " in that month";
        return reading;
    }
    const LocalTime local = std::chrono::local_days(day) + parts.time_of_day;
    reading.instant = in_own_zone(parts, local, zone);
    if (!reading.instant) {
        reading.instant = zone.to_instant(local);
        reading.zoneless = true;
        reading.unknown_zone = parts.zone;
    }
    return reading;
}

}  // namespace

DateReading read_date(std::string_view text, const TimeZone& zone) {
    DateReading reading;
    if (text.size() > date_octets_max) {
        reading.reason = "it is too long";
        return reading;
    }
    std::string ascii = to_ascii(text);
    if (is_number(ascii)) {
        reading.instant = since_1970(ascii);
        if (reading.instant) return reading;
        ascii = spell_out(ascii).value_or(ascii);
    }
    DateParser parser(ascii);
    if (parser.parse()) {
        reading = read_parts(parser.parts(), zone);
    } else {
        reading.reason = parser.reason();
    }
    if (reading.instant && !has_four_digit_year(*reading.instant)) {
        return {std::nullopt, false, {}, "its year has not four digits in UTC"};
    }
    return reading;
}

std::optional<LocalTime> take_day(std::string_view& text, char separator) {
    std::string_view rest = text;
    const auto number = [&](std::size_t digits_min, std::size_t digits_max) {
        int value = -1;
        const std::size_t length = std::min(rest.find_first_not_of("0123456789"), rest.size());
        if (length < digits_min || length > digits_max) return value;
        std::from_chars(rest.data(), rest.data() + length, value);
        rest.remove_prefix(length);
        return value;
    };
    const auto part = [&] {
        if (rest.empty() || rest.front() != separator) return -1;
        rest.remove_prefix(1);
        return number(1, 2);
    };
    const int y = number(4, 4);
    const int m = part();
    const int d = part();
    if (y <= 1 || m < 0 || d < 0) return std::nullopt;
    const year_month_day day(year(y), month(static_cast<unsigned>(m)), std::chrono::day(static_cast<unsigned>(d)));
    if (!day.ok()) return std::nullopt;
    text = rest;
    return LocalTime(std::chrono::local_days(day));
}

}  // namespace tagwire::content
