#include "state/open_store.hpp"
#include "state/sqlite_database.hpp"
#include "state/state_folder.hpp"

#include <SQLiteCpp/Backup.h>
#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

namespace tagwire::state {

namespace {

namespace fs = std::filesystem;

// All that is committed at one instant, the WAL's part too, in one file that needs no other.
Result<void> copy(const std::string& database, const std::string& file) {
    try {
        const bool frozen = !file_exists(database + "-wal");
        const DatabaseFile source_file{database, frozen ? Opening::frozen : Opening::read};
        SQLite::Database source = connect(source_file);
        if (Result<void> prepared = prepare(source, source_file); !prepared) return prepared;
        SQLite::Database destination = connect({file, Opening::write});
        SQLite::Backup(destination, source).executeStep();
        destination.exec("PRAGMA journal_mode = DELETE");
    } catch (const SQLite::Exception& error) {
        return Error{Fault::io, "cannot copy the state " + database + " to " + file + ": " + error.what()};
    }
    return {boost::system::in_place_value};
}

Result<void> sync(const std::string& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) return system_error("open " + file, errno);
    const int failure = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (failure != 0) return system_error("write " + file, failure);
    return {boost::system::in_place_value};
}

Result<void> copy_into_place(const std::string& database, const std::string& unplaced, const std::string& file) {
    if (Result<void> copied = copy(database, unplaced); !copied) return copied;
    if (Result<void> synced = sync(unplaced); !synced) return synced;
    std::error_code error;
    fs::rename(unplaced, file, error);
    if (error) return system_error("put in place " + file, error.value());
    return {boost::system::in_place_value};
}

}  // namespace

Result<void> back_up(const std::string& folder, const std::string& file) {
    const std::string database = database_path(folder);
    if (!file_exists(database)) return Error{Fault::not_found, "there is no state in " + folder};
    if (file_exists(file)) return Error{Fault::invalid, file + " is there already; it is not overwritten"};
    const std::string unplaced = file + ".tagwire-new";
    std::error_code ignored;
    fs::remove(unplaced, ignored);  // of a copy that was cut short
    Result<void> result = copy_into_place(database, unplaced, file);
    if (!result) fs::remove(unplaced, ignored);
    return result;
}

}  // namespace tagwire::state
