// Files that were created and are still being written.
#pragma once

#include "watch/files.hpp"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::watch {

// A new file is looked at when its writer closes it, not before: half an article is none. But there are files that
// nobody will close: named after they were written (link(2) of a temporary or nameless file), or kept open by their
// writer. Such a file counts as written when its stamp has stayed the same from one call of settled() to the next.
class OpenFiles {
  public:
    void opened(const std::string& path) { files_[path] = std::nullopt; }
    void closed(const std::string& path) { files_.erase(path); }
    void clear() { files_.clear(); }
    [[nodiscard]] bool contains(const std::string& path) const { return files_.contains(path); }

    // Those which have stayed the same, or are gone; they are open no longer.
    [[nodiscard]] std::vector<std::string> settled(const std::string& root, const ScanOptions& options);

  private:
    std::map<std::string, std::optional<FileStamp>> files_;  // with the stamp that the last call saw
};

}  // namespace tagwire::watch
