// From the tables in memory to those in SQLite, and back. Throws SQLite::Exception.
#pragma once

#include "state/memory_tables.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>
#include <vector>

namespace tagwire::state {

// Reads all but documents and the bodies themselves, in one transaction. Returns warnings, in sentences, about what
// could not be read: an article whose details cannot is loaded without them, so that its file is read again.
[[nodiscard]] std::vector<std::string> load(SQLite::Database& database, Tables& tables, BodyTable& bodies);

// Writes what has changed, in one transaction.
void save(SQLite::Database& database, const Tables& tables, const std::vector<BodyTable::Change>& bodies);

}  // namespace tagwire::state
