#include "state/saved_bodies.hpp"

#include "base/packed.hpp"
#include "state/sqlite_row.hpp"

#include <spdlog/spdlog.h>

#include <exception>

namespace tagwire::state {

std::optional<std::string> SavedBodies::find(const Fingerprint& file) {
    try {
        const std::optional<std::string> packed = read_packed(file);
        return packed ? std::optional(unpack(*packed)) : std::nullopt;
    } catch (const std::exception& error) {  // SQLite's, or unpack()'s
        const std::lock_guard lock(mutex_);
        if (!std::exchange(told_, true)) spdlog::warn("cannot read a body from {}: {}", file_.path, error.what());
        return std::nullopt;
    }
}

std::optional<std::string> SavedBodies::read_packed(const Fingerprint& file) {
    const std::lock_guard lock(mutex_);
    if (!database_) database_ = connect(file_);
    SQLite::Statement statement(*database_, "SELECT packed FROM bodies WHERE file = ?");
    Parameters(statement).fingerprint(file);
    if (!statement.executeStep()) return std::nullopt;
    return std::string(Columns(statement).blob());
}

}  // namespace tagwire::state
