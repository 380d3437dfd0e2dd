#include "watch/inotify.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include <sys/inotify.h>
#include <unistd.h>

namespace tagwire::watch {

namespace {

// IN_ATTRIB: what was not readable may be so now. IN_EXCL_UNLINK: what is done to a file without a name is no news.
constexpr std::uint32_t interesting = IN_CREATE | IN_CLOSE_WRITE | IN_ATTRIB | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO |
                                      IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK;

}  // namespace

Result<Inotify> Inotify::open() {
    Descriptor queue{::inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (!queue.is_open()) {
        return system_error("the kernel grants no inotify instance (see sysctl fs.inotify.max_user_instances)", errno);
    }
    return Inotify{std::move(queue)};
}

Result<int> Inotify::add(const std::string& folder) {
    const int watch = ::inotify_add_watch(queue_.number(), folder.c_str(), interesting);
    if (watch >= 0) {
        return watch;
    }
    if (errno == ENOSPC || errno == ENOMEM) {
        return Error{Fault::too_large,
                     "the kernel grants no more watches (sysctl fs.inotify.max_user_watches raises the limit)"};
    }
    return system_error("cannot watch " + folder, errno);
}

void Inotify::remove(int watch) { ::inotify_rm_watch(queue_.number(), watch); }

std::vector<KernelEvent> Inotify::read() {
    alignas(inotify_event) std::array<char, 64 << 10> buffer;
    const ssize_t length = ::read(queue_.number(), buffer.data(), buffer.size());
    std::vector<KernelEvent> events;
    for (const char* next = buffer.data(); next < buffer.data() + length;) {
        inotify_event head{};
        std::memcpy(&head, next, sizeof head);
        const char* name = next + sizeof head;
        events.push_back({head.wd, head.mask, {name, ::strnlen(name, head.len)}});
        next = name + head.len;
    }
    return events;
}

}  // namespace tagwire::watch
