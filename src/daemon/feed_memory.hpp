// What feeds were told, which they stand by: their ids, dates that never go back, entries that have left them.
#pragma once

#include "catalog/catalog.hpp"
#include "daemon/settings.hpp"
#include "feed/feed.hpp"
#include "state/store.hpp"

#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::daemon {

enum class Title { same, changed };

class FeedMemory {
  public:
    // Both must outlive this.
    FeedMemory(const Settings& settings, state::Store& store) : settings_(settings), store_(store) {}

    // Gives a feed that has all else its id, its date and its tombstones, and remembers them.
    void complete(feed::Feed& feed, const catalog::StaleFeed& stale, Title title, Instant now);

    // The feeds for which time has done something.
    struct Due {
        std::vector<catalog::FeedKey> less_tombstones;
        std::vector<catalog::FeedKey> forgotten;  // empty for so long that they are no more
    };
    [[nodiscard]] Due take_due(Instant now);
    [[nodiscard]] std::optional<Instant> next_due() const;

    // The tombstones that a feed still shows.
    [[nodiscard]] std::vector<feed::DeletedEntry> tombstones(const catalog::FeedKey& key, Instant now);

    // URLs that were served once.
    struct Former {
        std::vector<std::string> removed;                        // the configuration does not have them any more
        std::vector<std::pair<std::string, std::string>> moved;  // it has them elsewhere: from, to
    };
    [[nodiscard]] Former former_urls(Instant now);

    [[nodiscard]] state::FeedName name_of(const catalog::FeedKey& key) const;

  private:
    using Queue = std::set<std::pair<Instant, catalog::FeedKey>>;

    [[nodiscard]] Instant updated(const catalog::StaleFeed& stale, const state::FeedRecord* known, Title title,
                                  Instant now) const;
    [[nodiscard]] std::vector<feed::DeletedEntry> deleted(const catalog::StaleFeed& stale,
                                                          const state::FeedRecord* known, Instant now) const;
    void add_removed(state::FeedRecord record, Instant now, Former& former);
    void wait_for(const catalog::FeedKey& key, const state::FeedRecord& record);
    void wait_no_more(const catalog::FeedKey& key, const state::FeedRecord& record);

    const Settings& settings_;
    state::Store& store_;
    Queue to_forget_;
    Queue with_tombstones_;  // by the instant at which the next one goes
};

}  // namespace tagwire::daemon
