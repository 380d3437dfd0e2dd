#pragma once

#include "daemon/observation.hpp"
#include "daemon/settings.hpp"

#include <vector>

namespace tagwire::daemon {

// Warnings for a folder whose dates name no time zone while none is configured: that it is so, and that many articles
// lie a few hours ahead, as they do when dates of an eastern zone are read as UTC.
[[nodiscard]] Problems advise_on_zone(const std::vector<Observation>& seen, const Settings& settings, Instant now);

}  // namespace tagwire::daemon
