#include "http/http_date.hpp"

#include <algorithm>
#include <array>

namespace tagwire::http {
namespace {

using namespace std::chrono;

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
constexpr std::array<std::string_view, 7> short_days{"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
constexpr std::array<std::string_view, 7> long_days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

struct Parts {
    int year = 0;
    unsigned month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
};

// Takes piece after piece from the text's front; each function returns whether the piece was there.
class Reader {
  public:
    explicit Reader(std::string_view text) : rest_(text) {}

    bool literal(std::string_view expected) {
        if (!rest_.starts_with(expected)) return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    template <std::size_t size>
    bool word(const std::array<std::string_view, size>& words, unsigned& index) {
        for (index = 0; index < size; ++index) {
            if (literal(words[index])) return true;
        }
        return false;
    }

    bool number(std::size_t digits, int& value) {
        if (rest_.size() < digits) return false;
        value = 0;
        for (const char digit : rest_.substr(0, digits)) {
            if (digit < '0' || digit > '9') return false;
            value = value * 10 + (digit - '0');
        }
        rest_.remove_prefix(digits);
        return true;
    }

    bool month(unsigned& value) {
        if (!word(months, value)) return false;
        ++value;
        return true;
    }

    bool time(Parts& parts) {
        return number(2, parts.hour) && literal(":") && number(2, parts.minute) && literal(":") &&
               number(2, parts.second);
    }

    bool end() const { return rest_.empty(); }

  private:
    std::string_view rest_;
};

bool read_imf_fixdate(Reader text, Parts& parts) {
    unsigned weekday = 0;
    return text.word(short_days, weekday) && text.literal(", ") && text.number(2, parts.day) && text.literal(" ") &&
           text.month(parts.month) && text.literal(" ") && text.number(4, parts.year) && text.literal(" ") &&
           text.time(parts) && text.literal(" GMT") && text.end();
}

bool read_rfc850_date(Reader text, Parts& parts) {
    unsigned weekday = 0;
    return text.word(long_days, weekday) && text.literal(", ") && text.number(2, parts.day) && text.literal("-") &&
           text.month(parts.month) && text.literal("-") && text.number(2, parts.year) && text.literal(" ") &&
           text.time(parts) && text.literal(" GMT") && text.end();
}

bool read_asctime_date(Reader text, Parts& parts) {
    unsigned weekday = 0;
    return text.word(short_days, weekday) && text.literal(" ") && text.month(parts.month) && text.literal(" ") &&
           (text.literal(" ") ? text.number(1, parts.day) : text.number(2, parts.day)) && text.literal(" ") &&
           text.time(parts) && text.literal(" ") && text.number(4, parts.year) && text.end();
}

// RFC 9110 §5.6.7: a year that seems to be more than 50 years ahead is the latest past one with these two digits.
int full_year(int two_digits, Instant now) {
    const int this_year = static_cast<int>(year_month_day(floor<days>(now)).year());
    const int year = this_year - this_year % 100 + two_digits;
    return year > this_year + 50 ? year - 100 : year;
}

std::optional<Instant> to_instant(const Parts& parts) {
    const year_month_day date(year(parts.year), month(parts.month), day(static_cast<unsigned>(parts.day)));
    if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 60) return std::nullopt;
    return sys_days(date) + hours(parts.hour) + minutes(parts.minute) + seconds(parts.second);
}

}  // namespace

std::optional<Instant> parse_http_date(std::string_view text, Instant now) {
    Parts parts;
    if (read_imf_fixdate(Reader(text), parts)) return to_instant(parts);
    if (read_asctime_date(Reader(text), parts)) return to_instant(parts);
    if (!read_rfc850_date(Reader(text), parts)) return std::nullopt;
    parts.year = full_year(parts.year, now);
    return to_instant(parts);
}

}  // namespace tagwire::http
