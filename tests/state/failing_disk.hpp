// A disk that fails when it is told to: SQLite's own way to files, with writes and syncs that can be made to fail.
#pragma once

namespace tagwire::state {

// From its construction on, all files that SQLite opens are on this disk. One at a time.
class FailingDisk {
  public:
    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    // After that many more writes, all of them and all syncs fail with SQLite's result code.
    static void fail_after(int writes, int code);
    static void mend();
};

}  // namespace tagwire::state
