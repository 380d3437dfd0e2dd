// Going through a tree of folders: which are entered, in which order, and where links and limits end the way.
#pragma once

#include "base/result.hpp"
#include "watch/files.hpp"

#include <string>
#include <string_view>

namespace tagwire::watch {

// What may be a file: it is reached through its open folder, without resolving the whole path again.
struct FoundFile {
    std::string path;
    int folder = -1;
    const char* name = nullptr;
};

// Is told of what a walk meets.
class Visitor {
  public:
    virtual ~Visitor() = default;
    virtual bool enter(const std::string& folder) = 0;  // before the folder is listed; false: it is not
    virtual void file(const FoundFile& file) = 0;       // a regular file, or a link to one, whatever its name
    virtual void link(const std::string& path) = 0;     // a symbolic link, wherever it leads; then what it leads to
    virtual void unnameable(const std::string& folder) = 0;  // holds a name that is not UTF-8, which is passed over
    virtual void unreadable(const std::string& folder, const Error& error) = 0;
};

// Visits `folder`, a path below the root, and all that is below it, in the order of the paths, by the rules of scan().
[[nodiscard]] Result<void> walk(const std::string& root, std::string_view folder, const ScanOptions& options,
                                Visitor& visitor);

}  // namespace tagwire::watch
