// All documents of a site as files, for any web host.
#pragma once

#include "base/result.hpp"
#include "daemon/snapshot.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::daemon {

struct ExportOptions {
    std::string folder;     // made if it is not there
    bool gzip = false;      // a compressed copy beside each file
    bool force = false;     // overwrite files that are not ours
    bool no_pages = false;  // leave the HTML out
};

struct ExportSummary {
    std::size_t files = 0;    // that the site has
    std::size_t written = 0;  // whose bytes changed
    std::size_t removed = 0;  // that were written before and are no more
};

// Each file appears whole or not at all. Files whose bytes do not change are not touched; ".tagwire-manifest" in the
// folder lists what tagwire wrote: only that is ever removed, and nothing else is overwritten unless `force`. Fails,
// before anything is written, where a foreign file is in the way.
[[nodiscard]] Result<ExportSummary> export_site(const Snapshot& snapshot, const ExportOptions& options);

// The file, below the folder, of a document's URL: "tags/c++/" has "tags/c++/index.html". Nothing where the URL is not
// below `base_url` or its path is not one for files.
[[nodiscard]] std::optional<std::string> file_of(std::string_view url, std::string_view base_url);

}  // namespace tagwire::daemon
