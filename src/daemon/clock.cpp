#include "daemon/clock.hpp"

#include <chrono>

namespace tagwire::daemon {

Instant now() { return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now()); }

}  // namespace tagwire::daemon
