// A connection to the one file of a state, and the file's schema.
#pragma once

#include "base/result.hpp"

#include <SQLiteCpp/SQLiteCpp.h>

#include <string>

namespace tagwire::state {

enum class Opening {
    write,
    read,
    frozen,  // nobody writes it, and nothing can be written beside it: its WAL, if there is one, is not looked at
};

struct DatabaseFile {
    std::string path;
    Opening opening = Opening::write;
};

// The functions here throw SQLite::Exception for what SQLite cannot do.

[[nodiscard]] SQLite::Database connect(const DatabaseFile& file);

// Makes a connection for writing that of the owner, and the file's schema the present one. Fault::invalid: the file is
// another program's, or a newer tagwire's; it is not touched. For reading, the schema has to be the present one, and
// Fault::not_found says that there is none at all.
[[nodiscard]] Result<void> prepare(SQLite::Database& database, const DatabaseFile& file);

// Whether the file is not sound, as opposed to what is the matter with the disk or with rights.
[[nodiscard]] bool is_damage(const SQLite::Exception& error);

}  // namespace tagwire::state
