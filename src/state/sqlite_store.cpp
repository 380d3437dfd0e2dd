#include "state/sqlite_store.hpp"

#include "state/sqlite_row.hpp"
#include "state/sqlite_tables.hpp"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <utility>

namespace tagwire::state {

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const DatabaseFile& file, Result<void> commit_answer) {
    SQLite::Database database = connect(file);
    if (Result<void> prepared = prepare(database, file); !prepared) return prepared.error();
    auto store = std::make_unique<SqliteStore>(std::move(database), file, std::move(commit_answer));
    store->warnings_ = load(store->database_, store->tables(), store->bodies());
    sqlite3_db_release_memory(store->database_.getHandle());
    return store;
}

SqliteStore::SqliteStore(SQLite::Database database, DatabaseFile file, Result<void> commit_answer)
    : MemoryStore(std::move(commit_answer), [this](const Fingerprint& body) { return saved_bodies_.find(body); }),
      file_(std::move(file)),
      database_(std::move(database)),
      find_document_(database_, "SELECT hash, last_modified FROM documents WHERE path = ?"),
      saved_bodies_({file_.path, file_.opening == Opening::frozen ? Opening::frozen : Opening::read}) {
    if (file_.opening == Opening::write) checkpointer_.emplace(database_, file_);
}

SqliteStore::~SqliteStore() {
    if (!checkpointer_) return;
    checkpointer_.reset();
    // So that the one file is all that there is to copy. Without it the next start reads the WAL.
    find_document_.tryReset();
    sqlite3* handle = database_.getHandle();
    const int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    if (code != SQLITE_OK) spdlog::warn("the state stays in {}-wal: {}", file_.path, sqlite3_errmsg(handle));
}

std::optional<DocumentRecord> SqliteStore::document(std::string_view path) const {
    std::optional<DocumentRecord> record = MemoryStore::document(path);
    if (record || tables().cleared) return record;
    try {
        record = saved_document(path);
    } catch (const SQLite::Exception& error) {
        if (!std::exchange(told_, true)) spdlog::warn("cannot look up {} in {}: {}", path, file_.path, error.what());
    }
    find_document_.tryReset();  // else it would keep the WAL from beginning again
    return record;
}

std::optional<DocumentRecord> SqliteStore::saved_document(std::string_view path) const {
    const std::string name(path);
    Parameters(find_document_).text(name);
    if (!find_document_.executeStep()) return std::nullopt;
    Columns columns(find_document_);
    const std::uint64_t hash = columns.number();
    return DocumentRecord{hash, columns.instant()};
}

Result<void> SqliteStore::commit() {
    if (file_.opening != Opening::write) return commit_answer();
    const std::vector<BodyTable::Change> changed_bodies = bodies().unsaved();
    try {
        save(database_, tables(), changed_bodies);
    } catch (const SQLite::Exception& error) {
        return Error{Fault::io, "cannot save to " + file_.path + ": " + error.what() +
                                    "; what has changed is remembered only as long as this process lives"};
    }
    bodies().note_saved(changed_bodies);
    tables().note_saved();
    tables().documents = {};
    return {boost::system::in_place_value};
}

}  // namespace tagwire::state
