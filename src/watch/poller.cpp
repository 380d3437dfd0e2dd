#include "watch/poller.hpp"

#include "watch/paths.hpp"

#include <utility>

namespace tagwire::watch {

namespace {

// Both ordered by path.
std::vector<Change> differences(const std::vector<FileStamp>& before, const std::vector<FileStamp>& after) {
    std::vector<Change> changes;
    auto old_file = before.begin();
    auto new_file = after.begin();
    while (old_file != before.end() || new_file != after.end()) {
        if (new_file == after.end() || (old_file != before.end() && old_file->path < new_file->path)) {
            changes.push_back({(old_file++)->path});
        } else if (old_file == before.end() || new_file->path < old_file->path) {
            changes.push_back({(new_file++)->path});
        } else if (const auto& old_stamp = *old_file++; old_stamp != *new_file++) {
            changes.push_back({old_stamp.path});
        }
    }
    return changes;
}

}  // namespace

void Poller::add(const std::string& folder) { seen_[folder] = std::nullopt; }

void Poller::remove(const std::string& folder) {
    erase_below(seen_, folder, [](const auto&) {});
}

std::vector<std::string> Poller::folders() const {
    std::vector<std::string> paths;
    for (const auto& [path, files] : seen_) {
        paths.push_back(path);
    }
    return paths;
}

std::vector<Change> Poller::look_again(const std::string& folder) {
    auto files = scan(root_, folder, options_);
    if (!files) {
        return {};
    }
    auto& seen = seen_[folder];
    auto changes = seen ? differences(*seen, *files) : std::vector<Change>{{folder, Scope::tree}};
    seen = std::move(*files);
    return changes;
}

}  // namespace tagwire::watch
