// Finds changes by looking again and again, where the kernel does not tell of them.
#pragma once

#include "watch/watcher.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::watch {

class Poller {
  public:
    Poller(const std::string& root, const ScanOptions& options) : root_(root), options_(options) {}

    void add(const std::string& folder);
    void remove(const std::string& folder);  // and all folders below it
    [[nodiscard]] bool contains(const std::string& folder) const { return seen_.contains(folder); }
    [[nodiscard]] bool is_empty() const { return seen_.empty(); }
    [[nodiscard]] std::vector<std::string> folders() const;

    // The files in a polled folder, and in all folders below it, that came, went or changed since it was last looked
    // at; the first time, all of its tree. A folder that cannot be read has no changes.
    [[nodiscard]] std::vector<Change> look_again(const std::string& folder);

  private:
    const std::string& root_;
    const ScanOptions& options_;
    std::map<std::string, std::optional<std::vector<FileStamp>>> seen_;  // by folder; none: not looked at so far
};

}  // namespace tagwire::watch
