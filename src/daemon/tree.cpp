#include "daemon/tree.hpp"

#include <algorithm>

namespace tagwire::daemon {

bool Tree::is_unknown(std::string_view path) const {
    return std::any_of(unreadable.begin(), unreadable.end(), [&](const Problem& problem) {
        const std::string& folder = problem.file;
        return path == folder || (path.starts_with(folder) && path.substr(folder.size()).starts_with('/'));
    });
}

Result<Tree> list_tree(const std::string& root, std::string_view folder, watch::ScanOptions options) {
    Tree tree;
    options.unreadable = [&](const std::string& unknown, const Error& error) {
        tree.unreadable.push_back(
            {Severity::error, "unreadable-folder", unknown, 0, 0, error.message + "; what was published of it stays"});
    };
    auto files = watch::scan(root, folder, options);
    if (!files) return files.error();
    tree.files = std::move(*files);
    return tree;
}

}  // namespace tagwire::daemon
