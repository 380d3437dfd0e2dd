#include "watch/watch_table.hpp"

#include "watch/paths.hpp"

#include <algorithm>

namespace tagwire::watch {

void WatchTable::add_folder(int watch, const std::string& path) {
    watches_[watch].folders.push_back(path);
    places_[path] = {watch, {}};
}

void WatchTable::add_link(int watch, const std::string& target, const std::string& path) {
    watches_[watch].links.emplace(target, path);
    places_[path] = {watch, target};
}

bool WatchTable::has_folder(const std::string& path) const {
    const auto place = places_.find(path);
    return place != places_.end() && place->second.target.empty();
}

std::vector<std::string> WatchTable::paths(int watch, const std::string& name) const {
    std::vector<std::string> found;
    if (const auto watched = watches_.find(watch); watched != watches_.end()) {
        for (const auto& folder : watched->second.folders) {
            found.push_back(join(folder, name));
        }
    }
    return found;
}

std::vector<std::string> WatchTable::links(int watch, const std::string& target) const {
    std::vector<std::string> found;
    if (const auto watched = watches_.find(watch); watched != watches_.end()) {
        const auto [first, last] = watched->second.links.equal_range(target);
        for (auto link = first; link != last; ++link) {
            found.push_back(link->second);
        }
    }
    return found;
}

std::vector<std::string> WatchTable::all_paths(int watch) const {
    std::vector<std::string> found;
    if (const auto watched = watches_.find(watch); watched != watches_.end()) {
        found = watched->second.folders;
        for (const auto& [target, path] : watched->second.links) {
            found.push_back(path);
        }
    }
    return found;
}

std::vector<int> WatchTable::remove(const std::string& path) {
    std::vector<int> unused;
    erase_below(places_, path, [&](const auto& place) {
        if (detach(place.first, place.second)) {
            unused.push_back(place.second.watch);
        }
    });
    return unused;
}

bool WatchTable::detach(const std::string& path, const Place& place) {
    const auto watched = watches_.find(place.watch);
    auto& [folders, links] = watched->second;
    if (place.target.empty()) {
        std::erase(folders, path);
    } else {
        const auto [first, last] = links.equal_range(place.target);
        links.erase(std::find_if(first, last, [&](const auto& link) { return link.second == path; }));
    }
    if (!folders.empty() || !links.empty()) {
        return false;
    }
    watches_.erase(watched);
    return true;
}

void WatchTable::clear() {
    watches_.clear();
    places_.clear();
}

}  // namespace tagwire::watch
