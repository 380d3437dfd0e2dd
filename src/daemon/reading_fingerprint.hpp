// What the reading of articles depends on beside their files: while it is the same, a file that has not changed need
// not be read again.
#pragma once

#include "base/digest.hpp"
#include "content/read_article.hpp"
#include "daemon/site_discovery.hpp"

namespace tagwire::daemon {

// Of the options, of the site's configuration, and of this very program: another version of it may read differently.
[[nodiscard]] Fingerprint reading_fingerprint(const content::ReadingOptions& options, const FoundSite& site);

}  // namespace tagwire::daemon
