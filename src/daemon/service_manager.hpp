// What tagwire tells the service manager that started it, if any (sd_notify(3)).
#pragma once

#include <string>

namespace tagwire::daemon::service_manager {

void ready(const std::string& status);
void reloading();
void status(const std::string& status);
void stopping();

}  // namespace tagwire::daemon::service_manager
