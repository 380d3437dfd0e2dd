// The IANA time zones of the system's database.
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tagwire {

using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

// A cheap value; the zone it names lives as long as the process.
class TimeZone {
  public:
    [[nodiscard]] static TimeZone utc();
    // Fails with Fault::not_found for a name that the database does not have.
    [[nodiscard]] static Result<TimeZone> find(std::string_view iana_name);

    [[nodiscard]] std::string name() const;

    // A local time that occurs twice is the first one; one that a clock change skips is moved on by the gap, as
    // RFC 5545 §3.3.5 does.
    [[nodiscard]] Instant to_instant(LocalTime local) const;

    [[nodiscard]] LocalTime to_local(Instant instant) const;

    // The offset that `abbreviation` ("CST") stands for in this zone at about that time, if the zone uses it then.
    [[nodiscard]] std::optional<std::chrono::seconds> offset_of(std::string_view abbreviation, LocalTime local) const;

  private:
    explicit TimeZone(const void* zone) : zone_(zone) {}
    const void* zone_;  // date::time_zone, whose header stays out of ours
};

}  // namespace tagwire
