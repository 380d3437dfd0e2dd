// A folder of state: its one SQLite file, and the lock of the process that writes it.
#pragma once

#include "base/result.hpp"
#include "state/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace tagwire::state {

enum class Access {
    own,   // the only writer: makes the folder if it is not there, holds its lock until the store is destroyed
    copy,  // reads what is there, a running daemon's too; commit() saves nothing
};

struct OpenedStore {
    std::unique_ptr<Store> store;
    std::vector<std::string> warnings;  // what could not be read or cannot be saved, in sentences for the log
};

// Fails where going on would do harm: the lock is another process's (Fault::unavailable, names it), the state is of a
// newer version of tagwire (Fault::invalid; it is not touched), or, with Access::copy, there is no state
// (Fault::not_found) or none that can be read. A file that is not sound is set aside ("tagwire.db.damaged-<time>") and
// begun anew, with a warning; where nothing can be written, what is there is read and the rest kept in memory, with a
// warning.
[[nodiscard]] Result<OpenedStore> open_store(const std::string& folder, Access access, Instant now);

// Copies the state to a new file while a daemon may be running on it. Fails if `file` exists or cannot be written.
[[nodiscard]] Result<void> back_up(const std::string& folder, const std::string& file);

// Where the state of a content folder lies if nobody says otherwise: $STATE_DIRECTORY (systemd's), else
// $XDG_STATE_HOME/tagwire/<folder's name>-<hash of its real path>, else the same below ~/.local/state. Empty: nowhere.
[[nodiscard]] std::string default_folder(const std::string& content);

}  // namespace tagwire::state
