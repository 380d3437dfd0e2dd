#include "state/checkpointer.hpp"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <utility>

namespace tagwire::state {

namespace {

constexpr int wal_pages_max = 1000;  // SQLite's own default: 4 MB

}  // namespace

Checkpointer::Checkpointer(SQLite::Database& owner, DatabaseFile file) : owner_(owner), file_(std::move(file)) {
    sqlite3_wal_hook(owner_.getHandle(), &Checkpointer::on_commit, this);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Checkpointer::~Checkpointer() { sqlite3_wal_hook(owner_.getHandle(), nullptr, nullptr); }

int Checkpointer::on_commit(void* self, sqlite3* /*owner*/, const char* /*schema*/, int pages) {
    if (pages < wal_pages_max) return SQLITE_OK;
    auto* checkpointer = static_cast<Checkpointer*>(self);
    {
        const std::lock_guard lock(checkpointer->mutex_);
        checkpointer->due_ = true;
    }
    checkpointer->changed_.notify_one();
    return SQLITE_OK;
}

void Checkpointer::run(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (changed_.wait(lock, stop, [this] { return due_; })) {
        due_ = false;
        lock.unlock();
        checkpoint();
        lock.lock();
    }
}

// A failure loses nothing: the WAL grows, and the next commit asks again.
void Checkpointer::checkpoint() {
    try {
        const SQLite::Database database = connect(file_);
        sqlite3* handle = database.getHandle();
        const int code = sqlite3_wal_checkpoint_v2(handle, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
        if (code != SQLITE_OK && code != SQLITE_BUSY) throw SQLite::Exception(handle, code);
    } catch (const SQLite::Exception& error) {
        spdlog::warn("cannot move what was saved from {}-wal into the database: {}", file_.path, error.what());
    }
}

}  // namespace tagwire::state
