#include "daemon/service_manager.hpp"

#include <systemd/sd-daemon.h>

#include <ctime>

namespace tagwire::daemon::service_manager {

namespace {

// Nothing can be done about a manager that does not listen.
void notify(const std::string& state) { static_cast<void>(sd_notify(0, state.c_str())); }

}  // namespace

void ready(const std::string& status) { notify("READY=1\nSTATUS=" + status); }

void reloading() {
    timespec time{};
    clock_gettime(CLOCK_MONOTONIC, &time);
    const auto microseconds = static_cast<long long>(time.tv_sec) * 1'000'000 + time.tv_nsec / 1000;
    notify("RELOADING=1\nMONOTONIC_USEC=" + std::to_string(microseconds));
}

void status(const std::string& status) { notify("STATUS=" + status); }

void stopping() { notify("STOPPING=1"); }

}  // namespace tagwire::daemon::service_manager
