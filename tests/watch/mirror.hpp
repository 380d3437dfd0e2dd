// An owner as the watcher's contract wants it: looks where it is told to look, and nowhere else.
#pragma once

#include "watch/files.hpp"
#include "watch/watcher.hpp"

#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <vector>

namespace tagwire::watch {

// Holds what the owner believes the articles ("*.md") and their contents to be. If the watcher misses something, the
// belief stays wrong.
class Mirror {
  public:
    using Files = std::map<std::string, std::string>;

    explicit Mirror(std::string root, WatchOptions options = fast());
    ~Mirror() { let_go(); }

    [[nodiscard]] static WatchOptions fast();  // inotify, polling often where it must
    [[nodiscard]] static WatchOptions polling();
    [[nodiscard]] static bool is_article(std::string_view path) { return path.ends_with(".md"); }

    // Waits until the belief is what is on the disk.
    [[nodiscard]] bool becomes_true();
    // Waits until a change is reported.
    [[nodiscard]] bool hears(const Change& change);

    // What was reported since the last call, each change once, up to the one that this call brings about itself.
    [[nodiscard]] std::vector<Change> reported();
    [[nodiscard]] std::vector<std::string> contents_seen(const std::string& path);  // one after the other; "-": none
    [[nodiscard]] Files files();
    [[nodiscard]] Files files_on_disk() const;

    void hold();    // brings about a hand-over that blocks the watcher's thread …
    void let_go();  // … until now

  private:
    Change make_marker();
    void on_changes(const std::vector<Change>& changes);
    void look(const std::string& path);
    void look_below(const std::string& folder);
    void believe(const std::string& path, const std::string* content);

    const std::string root_;
    const WatchOptions options_;
    std::mutex mutex_;
    std::condition_variable changed_;
    Files files_;
    std::vector<Change> changes_;
    std::multimap<std::string, std::string> history_;
    bool held_ = false;
    bool blocked_ = false;
    int markers_ = 0;
    Watcher watcher_;  // last: its thread uses all the others
};

}  // namespace tagwire::watch
