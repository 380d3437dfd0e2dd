#include "watch/gatherer.hpp"

#include "watch/paths.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::watch {

void Gatherer::add(Change change, Clock::time_point now) {
    if (is_empty()) {
        first_ = now;
    }
    last_ = now;
    if (change.scope == Scope::tree) {
        trees_.insert(std::move(change.path));
    } else {
        files_.insert(std::move(change.path));
    }
}

void Gatherer::withdraw(const std::string& path) { files_.erase(path); }

void Gatherer::clear() {
    files_.clear();
    trees_.clear();
}

std::optional<Clock::time_point> Gatherer::due() const {
    if (is_empty()) {
        return std::nullopt;
    }
    return std::min(last_ + delays_.quiet_time, first_ + delays_.maximum_wait);
}

// A path does not lie in itself: where a folder has become a file, both are to be looked at.
bool Gatherer::lies_in_changed_tree(std::string_view path) const {
    while (!path.empty()) {
        path = folder_of(path);
        if (trees_.contains(path)) {
            return true;
        }
    }
    return false;
}

std::vector<Change> Gatherer::take() {
    std::vector<Change> changes;
    for (const auto& path : trees_) {
        if (!lies_in_changed_tree(path)) {
            changes.push_back({path, Scope::tree});
        }
    }
    for (const auto& path : files_) {
        if (!lies_in_changed_tree(path)) {
            changes.push_back({path, Scope::file});
        }
    }
    std::sort(changes.begin(), changes.end());
    clear();
    return changes;
}

}  // namespace tagwire::watch
