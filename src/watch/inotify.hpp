// The kernel's side of watching: inotify(7).
#pragma once

#include "watch/descriptor.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace tagwire::watch {

struct KernelEvent {
    int watch = -1;
    std::uint32_t mask = 0;  // of the IN_ constants
    std::string name;        // in the watched folder; empty: the folder itself
};

// One queue of events. Each folder (inode, that is) has one watch, whatever the number of paths that lead to it.
class Inotify {
  public:
    [[nodiscard]] static Result<Inotify> open();

    [[nodiscard]] int descriptor() const { return queue_.number(); }  // readable when there are events

    // Watches a folder for all that concerns its names and itself. Fault::too_large: the kernel grants no more watches.
    [[nodiscard]] Result<int> add(const std::string& folder);
    void remove(int watch);

    // What has happened since the last call, at most so much as one read brings; does not wait.
    [[nodiscard]] std::vector<KernelEvent> read();

  private:
    explicit Inotify(Descriptor queue) : queue_(std::move(queue)) {}

    Descriptor queue_;
};

}  // namespace tagwire::watch
