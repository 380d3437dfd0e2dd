#include "state/folder_lock.hpp"

#include "state/state_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace tagwire::state {

namespace {

std::string read_owner(int descriptor) {
    std::array<char, 32> text{};
    const auto size = ::pread(descriptor, text.data(), text.size(), 0);
    std::string owner(text.data(), size > 0 ? static_cast<std::size_t>(size) : 0);
    owner.erase(owner.find_last_not_of('\n') + 1);
    return owner.empty() ? "another process" : "process " + owner;
}

}  // namespace

Result<FolderLock> FolderLock::acquire(const std::string& folder) {
    const std::string file = folder + "/tagwire.lock";
    FolderLock lock(::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644));
    if (lock.descriptor_ < 0) return system_error("open " + file, errno);
    if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK) return system_error("lock " + file, errno);
        return Error{Fault::unavailable,
                     "the state in " + folder + " belongs to " + read_owner(lock.descriptor_) + ", which still runs"};
    }
    // For people, and for the message above: a disk that is full does not matter.
    const std::string owner = std::to_string(::getpid()) + '\n';
    if (::ftruncate(lock.descriptor_, 0) == 0) {
        [[maybe_unused]] const auto written = ::pwrite(lock.descriptor_, owner.data(), owner.size(), 0);
    }
    return lock;
}

FolderLock::~FolderLock() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace tagwire::state
