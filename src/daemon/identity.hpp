// Who an article is, and which dates readers were told: front matter and memory together.
#pragma once

#include "daemon/observation.hpp"
#include "daemon/settings.hpp"
#include "state/store.hpp"

#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

// What is to be remembered of an article, and published. `seen` holds a ParsedArticle, whose metadata is moved into it.
// The id is the front matter's, else the remembered one, else a new one. `published` is the front matter's, else the
// remembered one, else a guess that is remembered; `updated` is the front matter's, else moves to `now` when title,
// body or link changed, unless the front matter calls that minor. A deleted article that comes back is remembered.
[[nodiscard]] state::ArticleRecord identify(Observation& seen, const state::Store& store, const Settings& settings,
                                            Instant now);

struct Rename {
    std::string from;
    std::string to;
};

// Which of the paths that are `missing` have come back among `seen` under a name that is not known: with the same
// bytes, or from the same inode with the same title, and no doubt about it (one candidate, or one with the same inode).
[[nodiscard]] std::vector<Rename> find_renames(const std::vector<Observation>& seen,
                                               const std::set<std::string>& missing, const state::Store& store);

}  // namespace tagwire::daemon
