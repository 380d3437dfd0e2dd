// Makes few hand-overs of many changes.
#pragma once

#include "watch/watcher.hpp"

#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::watch {

using Clock = std::chrono::steady_clock;

// Gathers changes until none has come for the quiet time, or the first has waited for the maximum wait. Pure: the clock
// is a parameter. A change costs the depth of its path times the logarithm of how many are waiting.
class Gatherer {
  public:
    struct Delays {
        Clock::duration quiet_time{};
        Clock::duration maximum_wait{};
    };

    explicit Gatherer(Delays delays) : delays_(delays) {}

    void add(Change change, Clock::time_point now);
    void withdraw(const std::string& path);  // of a file: it is not to be looked at yet
    void clear();

    // When take() is due; none while nothing waits.
    [[nodiscard]] std::optional<Clock::time_point> due() const;
    // All changes, each once and ordered, without those below a changed tree.
    [[nodiscard]] std::vector<Change> take();

  private:
    [[nodiscard]] bool is_empty() const { return files_.empty() && trees_.empty(); }
    [[nodiscard]] bool lies_in_changed_tree(std::string_view path) const;

    Delays delays_;
    std::set<std::string> files_;
    std::set<std::string, std::less<>> trees_;
    Clock::time_point first_;
    Clock::time_point last_;
};

}  // namespace tagwire::watch
