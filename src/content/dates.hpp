// The dates of an article: from its front matter, else from the names that it goes by.
#pragma once

#include "base/time_zone.hpp"
#include "content/conventions.hpp"
#include "content/fields.hpp"
#include "content/read_article.hpp"

#include <optional>
#include <string_view>

namespace tagwire::content {

struct DateZones {
    const TimeZone& site;      // of dates that name no zone
    const TimeZone& unquoted;  // of date-times that name none and stand without quotation marks, as YAML has timestamps
};

struct Dates {
    std::optional<Instant> published;
    DateOrigin published_from = DateOrigin::none;
    std::optional<Instant> updated;
    std::optional<Instant> expires;
    bool zoneless = false;  // one of them was read in the site's zone
};

// `published` is `date`, or a later `publishDate`: an article that is held back until then appears with that date.
// Without either it is the day that the site's generator reads from the path, the creation, the last modification, the
// date that the file's name begins with, or the one in its permalink. A date that cannot be read is a warning,
// "date-unreadable" or "date-zone", and as if it were not there.
[[nodiscard]] Dates read_dates(const Fields& fields, std::string_view path, const Place& place, const DateZones& zones);

}  // namespace tagwire::content
