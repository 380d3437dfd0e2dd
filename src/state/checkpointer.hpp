// Moves what was committed from the WAL into the database, on a thread and a connection of its own: that waits for the
// disk, and the owner must not.
#pragma once

#include "state/sqlite_database.hpp"

#include <condition_variable>
#include <mutex>
#include <stop_token>
#include <thread>

namespace tagwire::state {

class Checkpointer {
  public:
    // Watches the commits of `owner`, which must outlive this, and be used by one thread alone.
    Checkpointer(SQLite::Database& owner, DatabaseFile file);
    ~Checkpointer();
    Checkpointer(const Checkpointer&) = delete;
    Checkpointer& operator=(const Checkpointer&) = delete;

  private:
    static int on_commit(void* self, sqlite3* owner, const char* schema, int pages);
    void run(const std::stop_token& stop);
    void checkpoint();

    SQLite::Database& owner_;
    DatabaseFile file_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    bool due_ = false;
    std::jthread thread_;  // last: it uses the others
};

}  // namespace tagwire::state
