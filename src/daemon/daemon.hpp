// The running daemon: one server, one edition at a time, signals.
#pragma once

#include "base/result.hpp"
#include "daemon/configuration.hpp"

#include <functional>

namespace tagwire::daemon {

struct DaemonOptions {
    // The configuration to run with; asked for at the start and at each reload. Fails with a text for people.
    std::function<LoadedConfiguration()> configuration;
    std::function<void(const std::string& address)>
        on_ready;  // "127.0.0.1:8080": the first scan is done, readers are served
};

// Runs until SIGINT or SIGTERM, then drains. SIGHUP reloads; a bad configuration keeps the running one. Fails where
// tagwire cannot start: bad configuration, no such folder, an address that is taken.
[[nodiscard]] Result<void> run(const DaemonOptions& options);

}  // namespace tagwire::daemon
