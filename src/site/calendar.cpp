#include "site/calendar.hpp"

#include <array>
#include <chrono>
#include <ctime>

namespace tagwire::site {

namespace {

std::tm broken_down(LocalTime time) {
    const auto day = std::chrono::floor<std::chrono::days>(time.time_since_epoch());
    const std::chrono::sys_days days(day);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::seconds>(time.time_since_epoch() - day));
    std::tm parts{};
    parts.tm_year = static_cast<int>(date.year()) - 1900;
    parts.tm_mon = static_cast<int>(static_cast<unsigned>(date.month())) - 1;
    parts.tm_mday = static_cast<int>(static_cast<unsigned>(date.day()));
    parts.tm_hour = static_cast<int>(clock.hours().count());
    parts.tm_min = static_cast<int>(clock.minutes().count());
    parts.tm_sec = static_cast<int>(clock.seconds().count());
    parts.tm_wday = static_cast<int>(std::chrono::weekday(days).c_encoding());
    parts.tm_yday = static_cast<int>((days - std::chrono::sys_days(date.year() / 1 / 1)).count());
    return parts;
}

}  // namespace

std::string format_local(LocalTime time, const std::string& format) {
    const std::tm parts = broken_down(time);
    std::array<char, 256> text{};
    return {text.data(), std::strftime(text.data(), text.size(), format.c_str(), &parts)};
}

}  // namespace tagwire::site
