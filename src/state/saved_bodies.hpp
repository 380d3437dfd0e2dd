// The bodies that are in the database, for any thread.
#pragma once

#include "base/digest.hpp"
#include "state/sqlite_database.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace tagwire::state {

class SavedBodies {
  public:
    explicit SavedBodies(DatabaseFile file) : file_(std::move(file)) {}

    // Nothing for one that is not there, or cannot be read; the first time this is so the log is told.
    [[nodiscard]] std::optional<std::string> find(const Fingerprint& file);

  private:
    std::optional<std::string> read_packed(const Fingerprint& file);

    DatabaseFile file_;
    std::mutex mutex_;
    std::optional<SQLite::Database> database_;  // opened when the first body is asked for
    bool told_ = false;
};

}  // namespace tagwire::state
