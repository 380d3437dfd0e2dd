#include "state/checkpointer.hpp"

#include <spdlog/spdlog.h>
#include <sqlite3.h>

#include <utility>

namespace tagwire::state {

namespace {

constexpr int wal_pages_usual = 500;  // 8 MB
constexpr int wal_pages_max = 8 * wal_pages_usual;

// A failure loses nothing: the WAL grows, and the next commit asks again.
void move_wal(sqlite3* database, const std::string& path) {
    const int code = sqlite3_wal_checkpoint_v2(database, nullptr, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    if (code == SQLITE_OK || code == SQLITE_BUSY) return;
    spdlog::warn("cannot move what was saved from {}-wal into the database: {}", path, sqlite3_errstr(code));
}

}  // namespace

Checkpointer::Checkpointer(SQLite::Database& owner, DatabaseFile file) : owner_(owner), file_(std::move(file)) {
    sqlite3_wal_hook(owner_.getHandle(), &Checkpointer::on_commit, this);
    thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

Checkpointer::~Checkpointer() { sqlite3_wal_hook(owner_.getHandle(), nullptr, nullptr); }

int Checkpointer::on_commit(void* self, sqlite3* owner, const char* /*schema*/, int pages) {
    auto* checkpointer = static_cast<Checkpointer*>(self);
    // The WAL begins again from its start when all of it is moved. An owner that never rests would put that off for
    // ever: when the WAL has grown too much, it has to do it itself.
    if (pages >= wal_pages_max) {
        move_wal(owner, checkpointer->file_.path);
    } else if (pages >= wal_pages_usual) {
        checkpointer->request();
    }
    return SQLITE_OK;
}

void Checkpointer::request() {
    {
        const std::lock_guard lock(mutex_);
        due_ = true;
    }
    changed_.notify_one();
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

void Checkpointer::checkpoint() {
    try {
        const SQLite::Database database = connect(file_);
        move_wal(database.getHandle(), file_.path);
    } catch (const SQLite::Exception& error) {
        spdlog::warn("cannot open {}: {}", file_.path, error.what());
    }
}

}  // namespace tagwire::state
