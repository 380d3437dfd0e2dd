// What the kernel's events mean for the tree.
#pragma once

#include "watch/gatherer.hpp"
#include "watch/open_files.hpp"
#include "watch/tree_watch.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace tagwire::watch {

// Turns events into gathered changes, and lets the watches follow what became of the folders. An event says only that
// something happened to a name; what is there now is looked up, since more may have happened in between. For one
// thread; what it is made of must outlive it.
class EventHandler {
  public:
    EventHandler(const std::string& root, const WatchOptions& options, TreeWatch& watches, Gatherer& gatherer)
        : root_(root),
          options_(options),
          watches_(watches),
          gatherer_(gatherer) {}

    void restart();      // forgets what it knew, and watches all there is
    void stop();         // forgets what it knew
    void read_events();  // those which are there; does not wait
    void poll();         // looks for changes of which the kernel does not tell
    void check_open_files();
    // The root folder was moved, deleted or unmounted, or could not be watched.
    [[nodiscard]] bool has_lost_root() const { return has_lost_root_; }

  private:
    void handle(const KernelEvent& event);
    void self_event(int watch);
    void folder_event(const std::string& path, std::uint32_t mask);
    void name_event(const std::string& path, std::uint32_t mask);
    void content_event(const std::string& path, std::uint32_t mask);
    void look(const std::string& path);
    void wait_for_close(const std::string& path);
    void report(const std::string& path, Scope scope);

    const std::string& root_;
    const WatchOptions& options_;
    TreeWatch& watches_;
    Gatherer& gatherer_;
    OpenFiles open_files_;
    std::map<Change, Clock::time_point> unsettled_;  // found by looking, and when
    bool has_lost_root_ = false;
};

}  // namespace tagwire::watch
