// The folder read once, for commands that do their work and end.
#pragma once

#include "base/result.hpp"
#include "daemon/publisher.hpp"
#include "state/memory_store.hpp"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace tagwire::daemon {

class Snapshot {
  public:
    // Fails if the folder cannot be read.
    [[nodiscard]] static Result<std::unique_ptr<Snapshot>> take(Settings settings, Instant now);

    [[nodiscard]] const Publisher& publisher() const { return publisher_; }
    [[nodiscard]] const state::Store& store() const { return store_; }
    [[nodiscard]] const Publication& publication() const { return publication_; }
    [[nodiscard]] const std::vector<std::string>& paths() const { return paths_; }  // of all files looked at, in order
    [[nodiscard]] Problems problems_of(const std::string& path) const;

  private:
    explicit Snapshot(Settings settings);

    state::MemoryStore store_;
    Publisher publisher_;
    Publication publication_;
    std::vector<std::string> paths_;
    std::multimap<std::string, Problem> problems_;
};

}  // namespace tagwire::daemon
