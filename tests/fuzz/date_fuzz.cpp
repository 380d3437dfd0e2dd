// Any text is a date with a year of four digits, or is none for a reason; what is read is read the same when written
// anew.
#include "base/text.hpp"
#include "content/date_text.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    static const TimeZone zone = TimeZone::find("America/New_York").value();
    const auto reading = content::read_date(fuzz::text(data, size), zone);
    fuzz::expect(reading.instant.has_value() == reading.reason.empty());
    fuzz::expect(is_utf8(reading.reason) && is_utf8(reading.unknown_zone));
    if (!reading.instant) return 0;
    using namespace std::chrono;
    const sys_days day = floor<days>(*reading.instant);
    const year_month_day date(day);
    fuzz::expect(date.year() > year(1) && date.year() <= year(9999));
    fuzz::expect(content::read_date(rfc3339(*reading.instant), zone).instant == reading.instant);
    return 0;
}
