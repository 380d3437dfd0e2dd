// The one place where the present time comes from.
#pragma once

#include "base/time.hpp"

namespace tagwire::daemon {

[[nodiscard]] Instant now();

}  // namespace tagwire::daemon
