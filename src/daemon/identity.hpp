// Who an article is, and which dates readers were told: front matter and memory together.
#pragma once

#include "content/article.hpp"
#include "daemon/observation.hpp"
#include "state/store.hpp"

#include <set>
#include <string>
#include <vector>

namespace tagwire::daemon {

struct Identified {
    content::ArticlePtr article;
    state::ArticleRecord record;  // to be remembered with it
};

// `seen` holds a ParsedArticle, whose metadata is moved into the article. The id is the front matter's, else the
// remembered one, else a new one made of `id_domain` and the path. `published` is the front matter's, else the
// remembered one, else a guess that is remembered; `updated` is the front matter's, else moves to `now` when title,
// body or link changed.
[[nodiscard]] Identified identify(Observation& seen, const state::Store& store, const std::string& id_domain,
                                  Instant now);

struct Rename {
    std::string from;
    std::string to;
};

// Which of the paths that are `missing` have come back among `seen` under a name that is not known: the same bytes, and
// no doubt about it (one candidate, or one with the same inode).
[[nodiscard]] std::vector<Rename> find_renames(const std::vector<Observation>& seen,
                                               const std::set<std::string>& missing, const state::Store& store);

}  // namespace tagwire::daemon
