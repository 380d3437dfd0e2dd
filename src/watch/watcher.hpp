// From the kernel's events (or polling) to "these paths changed".
#pragma once

#include "watch/files.hpp"

#include <chrono>
#include <compare>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace tagwire::watch {

enum class Scope { file, tree };

// A path below the root, "/" between names. file: something happened to this name: look at it. tree: look at all that
// is, or was, below it ("" is the root).
struct Change {
    std::string path;
    Scope scope = Scope::file;
    friend auto operator<=>(const Change&, const Change&) = default;
};

enum class Method { inotify, poll };

struct WatchOptions {
    Method method = Method::inotify;
    std::chrono::milliseconds poll_interval{2000};
    std::chrono::milliseconds quiet_time{2};      // changes are handed on after so long without another …
    std::chrono::milliseconds maximum_wait{100};  // … but at the latest so long after the first
    std::size_t watches_max = 0;                  // 0: as many as the kernel grants; folders beyond are polled
    ScanOptions scan;  // files that it does not want are not reported; `unreadable` and `stop` are not used
};

// Watches a tree from a thread of its own, from start() until destroyed. Changes are collapsed (a tree swallows what is
// below it) and handed to `on_changes` on that thread, ordered; no lock is held meanwhile. A change says where to look,
// not what happened: it may be reported more than once, or where nothing is different. Events that were lost are made
// up for by a Change of the tree they were lost in. A file is reported when its writer has closed it, or named it,
// rather than when it begins to write. What polling has found is reported again for two seconds: that long, a file may
// change without its stamp changing. A missing root is one Change of "", and its return or replacement one more.
class Watcher {
  public:
    using OnChanges = std::function<void(std::vector<Change>)>;

    Watcher(std::string root, WatchOptions options, OnChanges on_changes);
    ~Watcher();
    Watcher(const Watcher&) = delete;
    Watcher& operator=(const Watcher&) = delete;

    // Returns when all watches stand: what changes afterwards is reported, what was there before is for the caller.
    void start();

  private:
    class Loop;
    std::unique_ptr<Loop> loop_;
};

}  // namespace tagwire::watch
