// Keeps every folder of a tree under watch, by the kernel's events where it can, and by polling where it must.
#pragma once

#include "watch/inotify.hpp"
#include "watch/poller.hpp"
#include "watch/walk.hpp"
#include "watch/watch_table.hpp"
#include "watch/watcher.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::watch {

// Knows which folders and links there are, and nothing of files. Paths are as spelled in the tree: a folder that links
// lead to is watched at each of its paths. For one thread; `root` and `options` must outlive it.
class TreeWatch : private Visitor {
  public:
    TreeWatch(const std::string& root, const WatchOptions& options);

    void restart();  // watches everything there is now, and only that
    void stop();     // watches nothing

    // A folder and all below it. Each is watched before it is listed, so that what the list misses is an event.
    void watch(const std::string& folder);
    // A symbolic link. Where it leads to a file, that file's name is watched in its own folder.
    void watch_link(const std::string& path);
    // The path and all below it. Whether it was a folder's.
    bool forget(const std::string& path);
    [[nodiscard]] bool has_folder(const std::string& path) const;

    [[nodiscard]] int descriptor() const;  // readable when there are events; -1 while there can be none
    [[nodiscard]] std::vector<KernelEvent> read();
    [[nodiscard]] const WatchTable& table() const { return table_; }

    // What looking finds: in the folders without a watch, having tried again to get them one; and behind the links that
    // are new since the last call, where things may have come and gone unseen before they were watched.
    [[nodiscard]] std::vector<Change> poll();
    // The links that lead elsewhere than when they were watched, or to a changed file. Events tell of most of that, but
    // not of the further links on the way, nor of a target that was missing.
    [[nodiscard]] std::vector<std::string> changed_links() const;

    void unnameable(const std::string& folder) override;  // says so, once

  private:
    // What a link leads to. All zero: to nothing; of a folder only the id counts.
    struct Target {
        FileId id;
        std::int64_t size = 0;
        std::int64_t modified_seconds = 0;
        std::int64_t modified_nanoseconds = 0;
        friend bool operator==(const Target&, const Target&) = default;
    };

    bool enter(const std::string& folder) override;
    void link(const std::string& path) override { watch_link(path); }
    void file(const FoundFile&) override {}
    void unreadable(const std::string& path, const Error& error) override;

    [[nodiscard]] std::string absolute(const std::string& path) const { return root_ + '/' + path; }
    [[nodiscard]] Target target_of(const std::string& path) const;
    [[nodiscard]] Result<int> add(const std::string& folder);
    void open_queue();
    void say_polling(const std::string& folder, const Error& reason);  // once, until none is polled any more
    void watch_target(const std::string& path);
    bool watch_at_last(const std::string& folder);

    const std::string& root_;
    const WatchOptions& options_;
    std::optional<Inotify> inotify_;
    WatchTable table_;
    Poller poller_;
    std::map<std::string, Target> links_;
    std::vector<std::string> new_links_;
    bool said_polling_ = false;
    bool said_unnameable_ = false;
};

}  // namespace tagwire::watch
