#include "state/open_store.hpp"

#include "state/sqlite_store.hpp"
#include "state/state_folder.hpp"

#include <sqlite3.h>

#include <cstdint>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>

namespace tagwire::state {

namespace {

constexpr std::uintmax_t least_room = 64 << 10;
const Result<void> nothing_to_save = {boost::system::in_place_value};

// SQLite calls it an input/output error if its own files find no room.
std::string_view advice_on_room(const std::string& database) {
    std::error_code error;
    const auto space = std::filesystem::space(database, error);
    return !error && space.available < least_room ? " (the disk is full)" : "";
}

Error unreadable(const std::string& database, const SQLite::Exception& error) {
    std::string message = "cannot open the state " + database + ": " + error.what();
    return {Fault::io, message.append(advice_on_room(database))};
}

OpenedStore opened(std::unique_ptr<SqliteStore> store) {
    std::vector<std::string> warnings = store->warnings();
    return {std::move(store), std::move(warnings)};
}

// Whether a WAL is there that its index could not be made for: nothing can be written, or the disk is full.
bool lacks_index(const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    return code == SQLITE_CANTOPEN || code == SQLITE_READONLY || code == SQLITE_IOERR;
}

Result<OpenedStore> open_for_reading(const std::string& database, const Result<void>& commit_answer) {
    // Without a WAL no daemon has it open, and then SQLite need not write its own files beside it. With one it may
    // still have to be left aside, where its index cannot be made.
    std::vector<Opening> openings = {Opening::frozen};
    if (file_exists(database + "-wal")) openings.insert(openings.begin(), Opening::read);
    Error last;
    for (const Opening opening : openings) {
        try {
            auto store = SqliteStore::open({database, opening}, commit_answer);
            if (!store) return store.error();
            return opened(*std::move(store));
        } catch (const SQLite::Exception& error) {
            last = unreadable(database, error);
            if (!lacks_index(error)) return last;
        }
    }
    return last;
}

Error unsaved(const Error& reason) {
    return {reason.fault, reason.message + "; what has changed is remembered only as long as this process lives"};
}

OpenedStore open_in_memory(const Error& reason) {
    return {std::make_unique<MemoryStore>(unsaved(reason)), {unsaved(reason).message}};
}

// Where nothing can be written.
Result<OpenedStore> open_unwritable(const std::string& database, const Error& reason) {
    if (!file_exists(database)) return open_in_memory(reason);
    Result<OpenedStore> store = open_for_reading(database, unsaved(reason));
    if (!store && store.error().fault == Fault::invalid) return store;
    if (!store && store.error().fault == Fault::not_found) return open_in_memory(reason);
    if (!store) return open_in_memory(store.error());
    store->warnings.push_back(unsaved(reason).message);
    return store;
}

// Keeps what is damaged for those who may want to mend it, and begins anew.
Result<OpenedStore> begin_anew(const std::string& database, const std::string& damage, Instant now) {
    const Result<std::string> aside = set_aside(database, now);
    if (!aside) return open_in_memory(aside.error());
    try {
        auto store = SqliteStore::open({database, Opening::write}, nothing_to_save);
        if (!store) return store.error();
        OpenedStore anew = opened(*std::move(store));
        anew.warnings.push_back("the state " + database + " was damaged (" + damage + "): it is now " + *aside +
                                ", a new one begins, and ids are minted again");
        return anew;
    } catch (const SQLite::Exception& error) {
        return open_in_memory(unreadable(database, error));
    }
}

Result<OpenedStore> open_for_writing(const std::string& database, Instant now) {
    try {
        auto store = SqliteStore::open({database, Opening::write}, nothing_to_save);
        if (!store) return store.error();
        return opened(*std::move(store));
    } catch (const SQLite::Exception& error) {
        if (is_damage(error)) return begin_anew(database, error.what(), now);
        const Error reason = unreadable(database, error);
        if (error.getErrorCode() == SQLITE_BUSY) return Error{Fault::unavailable, reason.message};
        return open_unwritable(database, reason);
    }
}

Result<OpenedStore> open_own(const std::string& folder, Instant now) {
    const std::string database = folder + "/tagwire.db";
    if (const Result<void> made = make_folder(folder); !made) return open_in_memory(made.error());
    Result<FolderLock> lock = FolderLock::acquire(folder);
    if (!lock && lock.error().fault == Fault::unavailable) return lock.error();
    if (!lock) return open_unwritable(database, lock.error());
    Result<OpenedStore> store = open_for_writing(database, now);
    if (auto* saved = store ? dynamic_cast<SqliteStore*>(store->store.get()) : nullptr) saved->hold(*std::move(lock));
    return store;
}

}  // namespace

Result<OpenedStore> open_store(const std::string& folder, Access access, Instant now) {
    if (access == Access::own) return open_own(folder, now);
    const std::string database = database_path(folder);
    if (!file_exists(database)) return Error{Fault::not_found, "there is no state in " + folder};
    return open_for_reading(database, nothing_to_save);
}

}  // namespace tagwire::state
