// The first look at a folder: only what is not as it is remembered is opened.
#pragma once

#include "daemon/observation.hpp"
#include "daemon/settings.hpp"
#include "daemon/tree.hpp"
#include "state/store.hpp"

#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

struct FirstLook {
    std::vector<Observation> seen;  // what is new or another version, and what is not there any more; ordered by path
    std::set<std::string> missing;  // the paths of the latter
};

// What is remembered was read by the same rules where the store's mark says so; else every file is opened.
[[nodiscard]] FirstLook look_first(const Tree& tree, const Settings& settings, const state::Store& store);

}  // namespace tagwire::daemon
