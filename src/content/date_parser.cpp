#include "content/date_parser.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace tagwire::content {

namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array<std::string_view, 12> months = {"january",   "february", "march",    "april",
                                                     "may",       "june",     "july",     "august",
                                                     "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                      "friday", "saturday", "sunday"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// The place of a name that may be cut after its third letter; the number of names if it is none of them.
template <std::size_t count>
std::size_t find_name(const std::array<std::string_view, count>& names, std::string_view word) {
    if (word.size() < 3) return count;
    const std::string lower = lower_ascii(word);
    const auto found =
        std::find_if(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(lower); });
    return static_cast<std::size_t>(found - names.begin());
}

}  // namespace

bool DateParser::parse() {
    reason_ = "it has no form that is known";
    const std::string_view text = rest_;
    if (find_name(weekdays, word()) < weekdays.size()) {
        skip(",. ");
    } else {
        rest_ = text;
    }
    if (!next_is_digit()) return month_first();
    const bool four_digits = rest_.size() >= 4 && std::all_of(rest_.begin(), rest_.begin() + 4, is_digit);
    return four_digits ? year_first() : day_first();
}

bool DateParser::year_first() {
    if (!year()) return false;
    const char separator = next();
    if (separator != '-' && separator != '/' && separator != '.') return false;
    take(separator);
    if (!number(parts_.month, 1, 2) || !in_range("month", parts_.month, 1, 12)) return false;
    if (!take(separator) || !day()) return false;
    if (take('T') || take('t')) return clock() && zone();
    return rest_.empty() || (next() == ' ' && clock_and_zone());
}

bool DateParser::day_first() {
    if (!day()) return false;
    if (next() == '/' || next() == '.' || next() == '-') {
        const char after = rest_.size() > 1 ? rest_[1] : '\0';
        if (is_digit(after)) return refuse("it may begin with the day or with the month");
    }
    skip("-. ");
    if (!month_name()) return false;
    skip("-., ");
    return year() && (rest_.empty() || next() == ' ' || next() == ',') && clock_and_zone();
}

bool DateParser::month_first() {
    if (!month_name()) return false;
    skip(". ");
    if (!day()) return false;
    const std::string_view suffix = word();
    if (!suffix.empty() && suffix != "st" && suffix != "nd" && suffix != "rd" && suffix != "th") return false;
    if (next() != ' ' && next() != ',') return false;
    skip(", ");
    if (!next_is_clock()) return year() && (rest_.empty() || next() == ' ' || next() == ',') && clock_and_zone();
    if (!clock()) return false;  // asctime() and date(1): the year comes last
    skip(" ");
    if (is_letter(next())) parts_.zone = word();
    skip(" ");
    return year() && rest_.empty();
}

bool DateParser::clock_and_zone() {
    skip(", ");
    if (next_is_digit() && !clock()) return false;
    return zone();
}

bool DateParser::clock() {
    int hour = 0;
    int minute = 0;
    int second = 0;
    if (!number(hour, 1, 2) || !in_range("hour", hour, 0, 23)) return false;
    if (!take(':') || !number(minute, 2, 2) || !in_range("minute", minute, 0, 59)) return false;
    parts_.time_of_day = hours(hour) + minutes(minute);
    if (take(':')) {
        // RFC 3339 §5.6: a leap second is 60.
        if (!number(second, 2, 2) || !in_range("second", second, 0, 60)) return false;
        parts_.time_of_day += seconds(second);
        if ((take('.') || take(',')) && !fraction(parts_.time_of_day)) return false;
    }
    half_of_day(hour);
    return !next_is_digit() && next() != ':';
}

void DateParser::half_of_day(int hour) {
    const std::string_view before = rest_;
    skip(" ");
    const std::string half = lower_ascii(word());
    if ((half != "am" && half != "pm") || hour > 12 || hour == 0) {
        rest_ = before;
        return;
    }
    if (half == "pm" && hour < 12) parts_.time_of_day += hours(12);
    if (half == "am" && hour == 12) parts_.time_of_day -= hours(12);
}

bool DateParser::fraction(microseconds& time) {
    if (!next_is_digit()) return false;
    for (int unit = 100'000; next_is_digit(); unit /= 10) {
        time += microseconds((next() - '0') * unit);
        rest_.remove_prefix(1);
    }
    return true;
}

bool DateParser::zone() {
    skip(" ");
    if (next() == '+' || next() == '-') {
        if (!offset()) return false;
        skip(" ");
        (void)word();  // "+0800 CST": the offset has said it
    } else if (is_letter(next())) {
        const std::string_view start = rest_;
        while (is_letter(next()) || next() == '/' || next() == '_') rest_.remove_prefix(1);
        parts_.zone = start.substr(0, start.size() - rest_.size());
        const bool is_base = parts_.zone == "GMT" || parts_.zone == "UTC";
        if (is_base && (next() == '+' || next() == '-') && !offset()) return false;  // "GMT+0800"
    }
    skip(" ");
    if (next() == '(' && rest_.back() == ')') rest_ = {};  // RFC 5322 §3.2.2: a comment
    return rest_.empty();
}

bool DateParser::offset() {
    const bool west = next() == '-';
    rest_.remove_prefix(1);
    int hour = 0;
    int minute = 0;
    if (!number(hour, 2, 2) || !in_range("offset", hour, 0, 23)) return false;
    const bool has_minutes = take(':') || next_is_digit();
    if (has_minutes && (!number(minute, 2, 2) || !in_range("offset", minute, 0, 59))) return false;
    const minutes east = hours(hour) + minutes(minute);
    parts_.offset = west ? -east : east;
    return !next_is_digit() && next() != ':';
}

bool DateParser::year() {
    if (!number(parts_.year, 4, 4) || next_is_digit()) return false;
    return parts_.year > 1 || refuse("year 0 and year 1 stand for a date that was never set");
}

bool DateParser::day() { return number(parts_.day, 1, 2) && !next_is_digit(); }

bool DateParser::month_name() {
    const std::size_t month = find_name(months, word());
    parts_.month = static_cast<int>(month) + 1;
    return month < months.size();
}

bool DateParser::number(int& value, std::size_t digits_min, std::size_t digits_max) {
    std::size_t length = 0;
    while (length < rest_.size() && length < digits_max && is_digit(rest_[length])) ++length;
    if (length < digits_min) return false;
    std::from_chars(rest_.data(), rest_.data() + length, value);
    rest_.remove_prefix(length);
    return true;
}

bool DateParser::in_range(std::string_view name, int value, int low, int high) {
    if (value >= low && value <= high) return true;
    return refuse("there is no " + std::string(name) + ' ' + std::to_string(value));
}

bool DateParser::refuse(std::string reason) {
    reason_ = std::move(reason);
    return false;
}

bool DateParser::take(char c) {
    if (next() != c) return false;
    rest_.remove_prefix(1);
    return true;
}

void DateParser::skip(std::string_view characters) {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(characters), rest_.size()));
}

std::string_view DateParser::word() {
    const auto end = std::find_if_not(rest_.begin(), rest_.end(), is_letter);
    const std::string_view found = rest_.substr(0, static_cast<std::size_t>(end - rest_.begin()));
    rest_.remove_prefix(found.size());
    return found;
}

bool DateParser::next_is_clock() const {
    const std::size_t end = std::min(rest_.find_first_not_of("0123456789"), rest_.size());
    return end > 0 && end < rest_.size() && rest_[end] == ':';
}

}  // namespace tagwire::content
