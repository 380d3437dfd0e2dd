// Which articles' files there are, and of which folders that cannot be told.
#pragma once

#include "base/problem.hpp"
#include "base/result.hpp"
#include "watch/files.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::daemon {

struct Tree {
    std::vector<watch::FileStamp> files;  // all that are wanted, ordered by path
    Problems unreadable;  // "unreadable-folder", one for each folder; what is in it is unknown, not gone

    [[nodiscard]] bool is_unknown(std::string_view path) const;  // whether it lies in such a folder
};

// See watch::scan().
[[nodiscard]] Result<Tree> list_tree(const std::string& root, std::string_view folder, watch::ScanOptions options);

}  // namespace tagwire::daemon
