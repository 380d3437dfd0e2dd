#include "base/time.hpp"

#include <array>
#include <cstdio>
#include <optional>

namespace tagwire {

namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::microseconds;
using std::chrono::seconds;

// Localised names would be an error in every feed: these tables, never strftime.
constexpr std::array day_names = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array month_names = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

struct Civil {
    int year;
    unsigned month, day, weekday, hour, minute, second;
    long microsecond;
};

Civil civil(Instant instant) {
    const auto day = floor<days>(instant);
    const std::chrono::year_month_day date(day);
    const auto time = std::chrono::hh_mm_ss(floor<microseconds>(instant - day));
    return {static_cast<int>(date.year()),
            static_cast<unsigned>(date.month()),
            static_cast<unsigned>(date.day()),
            std::chrono::weekday(day).c_encoding(),
            static_cast<unsigned>(time.hours().count()),
            static_cast<unsigned>(time.minutes().count()),
            static_cast<unsigned>(time.seconds().count()),
            static_cast<long>(time.subseconds().count())};
}

// Takes exactly `digits` digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits) {
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (const char c : text.substr(0, digits)) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + (c - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected) {
    if (text.empty() || (text.front() | 0x20) != (expected | 0x20)) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<std::chrono::sys_days> take_date(std::string_view& text) {
    const auto year = take_number(text, 4);
    if (!year || !take(text, '-')) return std::nullopt;
    const auto month = take_number(text, 2);
    if (!month || !take(text, '-')) return std::nullopt;
    const auto day = take_number(text, 2);
    if (!day) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(*year), std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return std::nullopt;
    return std::chrono::sys_days(date);
}

microseconds take_fraction(std::string_view& text) {
    microseconds fraction{0};
    if (text.empty() || text.front() != '.') return fraction;
    text.remove_prefix(1);
    int unit = 100'000;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; text.remove_prefix(1), unit /= 10) {
        fraction += microseconds((text.front() - '0') * unit);
    }
    return fraction;
}

std::optional<microseconds> take_time(std::string_view& text) {
    const auto hour = take_number(text, 2);
    if (!hour || *hour > 23 || !take(text, ':')) return std::nullopt;
    const auto minute = take_number(text, 2);
    if (!minute || *minute > 59 || !take(text, ':')) return std::nullopt;
    const auto second = take_number(text, 2);
    if (!second || *second > 60) return std::nullopt;  // 60: a leap second, RFC 3339 §5.7
    const auto whole = std::chrono::hours(*hour) + std::chrono::minutes(*minute) + seconds(*second);
    return whole + take_fraction(text);
}

std::optional<seconds> take_offset(std::string_view& text) {
    if (take(text, 'Z')) return seconds(0);
    if (text.empty() || (text.front() != '+' && text.front() != '-')) return std::nullopt;
    const int sign = text.front() == '-' ? -1 : 1;
    text.remove_prefix(1);
    const auto hours = take_number(text, 2);
    if (!hours || *hours > 23 || !take(text, ':')) return std::nullopt;
    const auto minutes = take_number(text, 2);
    if (!minutes || *minutes > 59) return std::nullopt;
    return sign * seconds(*hours * 3600 + *minutes * 60);
}

}  // namespace

std::string rfc3339(Instant instant) {
    const Civil c = civil(instant);
    std::array<char, 48> text{};
    int length = std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02u:%02u:%02u", c.year, c.month, c.day,
                               c.hour, c.minute, c.second);
    if (c.microsecond != 0) {
        length += std::snprintf(text.data() + length, text.size() - static_cast<std::size_t>(length), ".%06ld",
                                c.microsecond);
        while (text[static_cast<std::size_t>(length) - 1] == '0') --length;
    }
    return std::string(text.data(), static_cast<std::size_t>(length)) + 'Z';
}

std::string imf_fixdate(Instant instant) {
    const Civil c = civil(instant);
    std::array<char, 48> text{};
    const int length =
        std::snprintf(text.data(), text.size(), "%s, %02u %s %04d %02u:%02u:%02u GMT", day_names[c.weekday], c.day,
                      month_names[c.month - 1], c.year, c.hour, c.minute, c.second);
    return {text.data(), static_cast<std::size_t>(length)};
}

Result<Instant> parse_rfc3339(std::string_view text) {
    const Error error{Fault::invalid, "'" + std::string(text) + "' is not a time like 2025-02-10T14:04:13Z (RFC 3339)"};
    std::string_view rest = text;
    const auto date = take_date(rest);
    if (!date || !(take(rest, 'T') || take(rest, ' '))) return error;
    const auto time = take_time(rest);
    if (!time) return error;
    const auto offset = take_offset(rest);
    if (!offset || !rest.empty()) return error;
    return Instant(*date) + *time - *offset;
}

Instant whole_seconds(Instant instant) { return floor<seconds>(instant); }

}  // namespace tagwire
