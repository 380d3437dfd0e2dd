// A store in a file. All is in the tables of MemoryStore first, and what has changed there is written by commit();
// documents and bodies, which can be many, are in memory only until then, and looked up in the file afterwards.
#pragma once

#include "state/checkpointer.hpp"
#include "state/folder_lock.hpp"
#include "state/memory_store.hpp"
#include "state/saved_bodies.hpp"
#include "state/sqlite_database.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::state {

class SqliteStore final : public MemoryStore {
  public:
    // Loads what is in the file. Fails as prepare() does; throws SQLite::Exception if the file cannot be read.
    // `commit_answer` is what commit() says where the file is not opened for writing.
    [[nodiscard]] static Result<std::unique_ptr<SqliteStore>> open(const DatabaseFile& file,
                                                                   Result<void> commit_answer);
    // Loads nothing yet; for open() alone.
    SqliteStore(SQLite::Database database, DatabaseFile file, Result<void> commit_answer);
    ~SqliteStore() override;
    SqliteStore(const SqliteStore&) = delete;
    SqliteStore& operator=(const SqliteStore&) = delete;

    void hold(FolderLock lock) { lock_ = std::move(lock); }                        // until the store is destroyed
    [[nodiscard]] std::vector<std::string> warnings() const { return warnings_; }  // of loading, in sentences

    [[nodiscard]] std::optional<DocumentRecord> document(std::string_view path) const override;
    [[nodiscard]] Result<void> commit() override;

  private:
    std::optional<DocumentRecord> saved_document(std::string_view path) const;

    std::optional<FolderLock> lock_;
    DatabaseFile file_;
    SQLite::Database database_;
    mutable SQLite::Statement find_document_;
    mutable bool told_ = false;  // the log, that a document could not be looked up
    SavedBodies saved_bodies_;
    std::optional<Checkpointer> checkpointer_;
    std::vector<std::string> warnings_;
};

}  // namespace tagwire::state
