// A timer for instants of the calendar. Unlike Asio's it notices at once when somebody sets the clock.
#pragma once

#include "base/time.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/posix/stream_descriptor.hpp>

#include <array>
#include <cstddef>
#include <functional>
#include <optional>

namespace tagwire::daemon {

// Belongs to the thread of its executor.
class ClockTimer {
  public:
    // `on_due` is called when the instant has come, and whenever the clock has been set. Throws std::system_error where
    // the kernel grants no timer.
    ClockTimer(const boost::asio::any_io_executor& executor, std::function<void()> on_due);

    void set(std::optional<Instant> instant);  // in place of the one set before
    void cancel();                             // never calls again

  private:
    void wait();

    boost::asio::posix::stream_descriptor descriptor_;
    std::function<void()> on_due_;
    std::array<std::byte, 8> expirations_{};
};

}  // namespace tagwire::daemon
