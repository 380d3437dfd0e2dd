#include "state/failing_disk.hpp"

#include <sqlite3.h>

#include <atomic>
#include <climits>
#include <new>

namespace tagwire::state {

namespace {

std::atomic<int> writes_left = INT_MAX;
std::atomic<int> failure = SQLITE_OK;

// What SQLite allots for each file: this, and behind it the real file.
struct File {
    sqlite3_file base;
    sqlite3_file* real;
};

sqlite3_file* real(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }

int fate() { return failure != SQLITE_OK && writes_left-- <= 0 ? failure.load() : SQLITE_OK; }

int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 offset) {
    const int code = fate();
    return code != SQLITE_OK ? code : real(file)->pMethods->xWrite(real(file), bytes, size, offset);
}

int sync(sqlite3_file* file, int flags) {
    const int code = fate();
    return code != SQLITE_OK ? code : real(file)->pMethods->xSync(real(file), flags);
}

// Hands a call on to the real file's method.
template <auto Method, class... Arguments>
int pass_on(sqlite3_file* file, Arguments... arguments) {
    return (real(file)->pMethods->*Method)(real(file), arguments...);
}

using Methods = sqlite3_io_methods;

const Methods methods = {
    2,
    [](sqlite3_file* file) { return pass_on<&Methods::xClose>(file); },
    [](sqlite3_file* file, void* to, int size, sqlite3_int64 at) {
        return pass_on<&Methods::xRead>(file, to, size, at);
    },
    write,
    [](sqlite3_file* file, sqlite3_int64 size) { return pass_on<&Methods::xTruncate>(file, size); },
    sync,
    [](sqlite3_file* file, sqlite3_int64* size) { return pass_on<&Methods::xFileSize>(file, size); },
    [](sqlite3_file* file, int lock) { return pass_on<&Methods::xLock>(file, lock); },
    [](sqlite3_file* file, int lock) { return pass_on<&Methods::xUnlock>(file, lock); },
    [](sqlite3_file* file, int* locked) { return pass_on<&Methods::xCheckReservedLock>(file, locked); },
    [](sqlite3_file* file, int operation, void* value) {
        return pass_on<&Methods::xFileControl>(file, operation, value);
    },
    [](sqlite3_file* file) { return pass_on<&Methods::xSectorSize>(file); },
    [](sqlite3_file* file) { return pass_on<&Methods::xDeviceCharacteristics>(file); },
    [](sqlite3_file* file, int page, int size, int extend, void volatile** memory) {
        return pass_on<&Methods::xShmMap>(file, page, size, extend, memory);
    },
    [](sqlite3_file* file, int offset, int count, int flags) {
        return pass_on<&Methods::xShmLock>(file, offset, count, flags);
    },
    [](sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); },
    [](sqlite3_file* file, int remove) { return pass_on<&Methods::xShmUnmap>(file, remove); },
    nullptr,
    nullptr,
};

sqlite3_vfs* real_disk = nullptr;
sqlite3_vfs disk;

int open(sqlite3_vfs* /*self*/, const char* name, sqlite3_file* file, int flags, int* opened_flags) {
    auto* wrapped = new (file) File{};
    wrapped->real = reinterpret_cast<sqlite3_file*>(wrapped + 1);
    const int code = real_disk->xOpen(real_disk, name, wrapped->real, flags, opened_flags);
    wrapped->base.pMethods = wrapped->real->pMethods == nullptr ? nullptr : &methods;
    return code;
}

}  // namespace

FailingDisk::FailingDisk() {
    real_disk = sqlite3_vfs_find(nullptr);
    disk = *real_disk;
    disk.szOsFile += static_cast<int>(sizeof(File));
    disk.pNext = nullptr;
    disk.zName = "failing";
    disk.xOpen = open;
    sqlite3_vfs_register(&disk, 1);
    mend();
}

FailingDisk::~FailingDisk() {
    sqlite3_vfs_unregister(&disk);
    sqlite3_vfs_register(real_disk, 1);
}

void FailingDisk::fail_after(int writes, int code) {
    writes_left = writes;
    failure = code;
}

void FailingDisk::mend() { failure = SQLITE_OK; }

}  // namespace tagwire::state
