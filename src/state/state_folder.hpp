// The files in a state's folder.
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"

#include <string>

namespace tagwire::state {

// The database in a folder; also if `folder` is itself one, as back_up() makes them.
[[nodiscard]] std::string database_path(const std::string& folder);

[[nodiscard]] bool file_exists(const std::string& path);

// Only its owner may look into a folder that is made: drafts are remembered as well.
[[nodiscard]] Result<void> make_folder(const std::string& folder);

// Gives a database that is not sound, and the files that belong to it, a name with the time. Returns that name.
[[nodiscard]] Result<std::string> set_aside(const std::string& database, Instant now);

// "cannot <doing>: <what the system says>"; Fault::denied where rights are missing.
[[nodiscard]] Error system_error(const std::string& doing, int code);

}  // namespace tagwire::state
