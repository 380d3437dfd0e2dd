#include "base/time_zone.hpp"

#include <date/tz.h>

#include <stdexcept>

namespace tagwire {

namespace {

const date::time_zone& zone_of(const void* zone) { return *static_cast<const date::time_zone*>(zone); }

// The library has a local_time of its own.
date::local_time<std::chrono::microseconds> to_date(LocalTime local) {
    return date::local_time<std::chrono::microseconds>(local.time_since_epoch());
}

}  // namespace

TimeZone TimeZone::utc() {
    static const date::time_zone* const zone = date::locate_zone("Etc/UTC");
    return TimeZone(zone);
}

Result<TimeZone> TimeZone::find(std::string_view iana_name) {
    try {
        return TimeZone(date::locate_zone(std::string(iana_name)));
    } catch (const std::runtime_error&) {
        return Error{Fault::not_found, "there is no time zone '" + std::string(iana_name) +
                                           "'; use an IANA name such as Asia/Shanghai or UTC"};
    }
}

std::string TimeZone::name() const { return zone_of(zone_).name(); }

Instant TimeZone::to_instant(LocalTime local) const {
    const auto info = zone_of(zone_).get_info(to_date(local));
    // In a gap `first` is the offset before it: RFC 5545 §3.3.5 reads the time with that. In an overlap it is the
    // earlier time.
    return Instant(local.time_since_epoch() - info.first.offset);
}

LocalTime TimeZone::to_local(Instant instant) const {
    const auto local = zone_of(zone_).to_local(instant);
    return LocalTime(local.time_since_epoch());
}

std::optional<std::chrono::seconds> TimeZone::offset_of(std::string_view abbreviation, LocalTime local) const {
    const date::time_zone& zone = zone_of(zone_);
    // Half a year before and after: the other side of a daylight saving change counts as well.
    for (const auto shift : {0, -182, 182}) {
        const auto info = zone.get_info(to_date(local + std::chrono::days(shift)));
        if (info.first.abbrev == abbreviation) return info.first.offset;
        if (info.result != date::local_info::unique && info.second.abbrev == abbreviation) return info.second.offset;
    }
    return std::nullopt;
}

}  // namespace tagwire
