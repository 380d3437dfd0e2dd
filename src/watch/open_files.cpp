#include "watch/open_files.hpp"

#include <utility>

namespace tagwire::watch {

std::vector<std::string> OpenFiles::settled(const std::string& root, const ScanOptions& options) {
    std::vector<std::string> paths;
    for (auto& [path, seen] : files_) {
        auto now = stamp(root, path, options);
        if (!now || seen == *now) {
            paths.push_back(path);
        } else {
            seen = std::move(*now);
        }
    }
    for (const auto& path : paths) {
        files_.erase(path);
    }
    return paths;
}

}  // namespace tagwire::watch
