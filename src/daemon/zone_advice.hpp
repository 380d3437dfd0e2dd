// Warnings for a folder whose dates name no time zone.
#pragma once

#include "daemon/settings.hpp"

#include <cstddef>
#include <optional>

namespace tagwire::daemon {

// Counts the articles of a folder whose date was read in the configured zone.
class ZonelessDates {
  public:
    void add(std::optional<Instant> published, Instant now);

    // That it is so while no zone is configured, and that many articles lie a few hours ahead, as they do when dates of
    // an eastern zone are read as UTC.
    [[nodiscard]] Problems advise(const Settings& settings) const;

  private:
    std::size_t articles_ = 0;
    std::size_t hours_ahead_ = 0;
};

}  // namespace tagwire::daemon
