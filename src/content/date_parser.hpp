// The grammar of dates; what the parts mean is read_date()'s business.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::content {

struct DateParts {
    int year = 0;
    int month = 0;
    int day = 0;
    std::chrono::microseconds time_of_day{0};
    std::optional<std::chrono::minutes> offset;  // east of UTC
    std::string_view zone;                       // a name, where there is no offset: "CST", "Asia/Shanghai"
};

// Reads one date from ASCII text, which must outlive it. Parts are in their ranges, but for the day, which is 1 to 99.
class DateParser {
  public:
    explicit DateParser(std::string_view text) : rest_(text) {}

    // Whether all of the text is a date; if not, reason() says why.
    [[nodiscard]] bool parse();
    [[nodiscard]] const DateParts& parts() const { return parts_; }
    [[nodiscard]] const std::string& reason() const { return reason_; }

  private:
    bool year_first();   // 2025-02-10T22:04:13+08:00
    bool day_first();    // 10 Feb 2025 22:04:13 GMT
    bool month_first();  // Feb 10, 2025 10:04 PM; Feb 10 22:04:13 CST 2025
    bool clock_and_zone();
    bool clock();
    bool zone();
    bool offset();
    bool year();
    bool day();
    bool month_name();
    bool fraction(std::chrono::microseconds& time);
    void half_of_day(int hour);

    bool number(int& value, std::size_t digits_min, std::size_t digits_max);
    bool in_range(std::string_view name, int value, int low, int high);
    bool refuse(std::string reason);
    bool take(char c);
    void skip(std::string_view characters);
    std::string_view word();
    [[nodiscard]] char next() const { return rest_.empty() ? '\0' : rest_.front(); }
    [[nodiscard]] bool next_is_digit() const { return next() >= '0' && next() <= '9'; }
    [[nodiscard]] bool next_is_clock() const;

    std::string_view rest_;
    DateParts parts_;
    std::string reason_;
};

}  // namespace tagwire::content
