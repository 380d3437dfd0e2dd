#include "daemon/clock_timer.hpp"

#include <boost/asio/buffer.hpp>

#include <sys/timerfd.h>

#include <cerrno>
#include <system_error>

namespace tagwire::daemon {

namespace {

using boost::system::error_code;

int make_timer() {
    const int descriptor = timerfd_create(CLOCK_REALTIME, TFD_CLOEXEC | TFD_NONBLOCK);
    if (descriptor < 0) throw std::system_error(errno, std::generic_category(), "timerfd_create");
    return descriptor;
}

}  // namespace

ClockTimer::ClockTimer(const boost::asio::any_io_executor& executor, std::function<void()> on_due)
    : descriptor_(executor, make_timer()),
      on_due_(std::move(on_due)) {
    wait();
}

void ClockTimer::set(std::optional<Instant> instant) {
    itimerspec when{};
    // Without an instant the timer stands far off, and still tells of a clock that was set.
    const auto since_epoch = instant ? instant->time_since_epoch() : std::chrono::microseconds::max() / 4;
    const auto whole = std::chrono::floor<std::chrono::seconds>(since_epoch);
    when.it_value.tv_sec = whole.count();
    when.it_value.tv_nsec = std::chrono::nanoseconds(since_epoch - whole).count() + 1;  // zero would disarm it
    if (timerfd_settime(descriptor_.native_handle(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr) < 0) {
        throw std::system_error(errno, std::generic_category(), "timerfd_settime");
    }
}

void ClockTimer::cancel() { descriptor_.close(); }

void ClockTimer::wait() {
    descriptor_.async_read_some(boost::asio::buffer(expirations_), [this](error_code error, std::size_t) {
        if (!descriptor_.is_open() || error == boost::asio::error::operation_aborted) return;
        on_due_();  // an error of ECANCELED says that the clock was set
        if (descriptor_.is_open()) wait();
    });
}

}  // namespace tagwire::daemon
