#include "watch/descriptor.hpp"

#include <array>
#include <cerrno>
#include <climits>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tagwire::watch {

namespace {

Fault fault_of(int code) {
    switch (code) {
        case ENOENT:
        case ENOTDIR:
        case ELOOP: return Fault::not_found;
        case EACCES:
        case EPERM: return Fault::denied;
        case EMFILE:
        case ENFILE:
        case ENOMEM: return Fault::unavailable;
        default: return Fault::io;
    }
}

}  // namespace

Descriptor::~Descriptor() {
    if (is_open()) {
        ::close(number_);
    }
}

Error system_error(const std::string& doing, int code) {
    return {fault_of(code), doing + ": " + std::generic_category().message(code)};
}

std::string real_path(const Descriptor& descriptor) {
    std::array<char, PATH_MAX> target;
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor.number());
    const ssize_t length = ::readlink(link.c_str(), target.data(), target.size());
    if (length <= 0 || static_cast<std::size_t>(length) == target.size() || target[0] != '/') {
        return {};
    }
    return {target.data(), static_cast<std::size_t>(length)};
}

Result<Descriptor> open_folder(const std::string& path) {
    Descriptor folder{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!folder.is_open()) {
        return system_error("cannot open " + path, errno);
    }
    return folder;
}

Result<FileId> identify(const Descriptor& descriptor) {
    struct stat status {};
    if (::fstat(descriptor.number(), &status) != 0) {
        return system_error("cannot look at an open file", errno);
    }
    return FileId{status.st_dev, status.st_ino};
}

}  // namespace tagwire::watch
