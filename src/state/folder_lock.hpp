// That one process at a time writes the state of a folder.
#pragma once

#include "base/result.hpp"

#include <string>
#include <utility>

namespace tagwire::state {

// Holds the lock until it is destroyed, or the process ends in whatever way.
class FolderLock {
  public:
    // Fault::unavailable names the process that has it; Fault::denied or io: the lock file cannot be written.
    [[nodiscard]] static Result<FolderLock> acquire(const std::string& folder);

    FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FolderLock& operator=(FolderLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FolderLock();

  private:
    explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

}  // namespace tagwire::state
