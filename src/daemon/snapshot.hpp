// The folder read once, for commands that do their work and end.
#pragma once

#include "base/result.hpp"
#include "daemon/publisher.hpp"
#include "state/store.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tagwire::daemon {

class Snapshot {
  public:
    // Takes up what `store` (which must outlive it) remembers, and reads the rest of the folder; nothing is saved.
    // Fails if the folder cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Snapshot>> take(Settings settings, state::Store& store, Instant now);

    [[nodiscard]] const Publisher& publisher() const { return publisher_; }
    [[nodiscard]] state::Store& store() const { return store_; }
    [[nodiscard]] const Publication& publication() const { return publication_; }
    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }  // of all files looked at, in order
    [[nodiscard]] Problems problems_of(const std::string& path) const;

  private:
    Snapshot(Settings settings, state::Store& store);

    state::Store& store_;
    Publisher publisher_;
    Publication publication_;
    std::vector<std::string> paths_;
    std::multimap<std::string, Problem> problems_;
};

}  // namespace tagwire::daemon
