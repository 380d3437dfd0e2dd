// What was seen at a path: the file's stamp, and what its bytes say.
#pragma once

#include "content/read_article.hpp"
#include "daemon/settings.hpp"
#include "watch/files.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tagwire::daemon {

struct Observation {
    std::string path;
    std::optional<watch::FileStamp> stamp;            // nothing: there is no such file
    content::Reading reading{content::Broken{}, {}};  // of no meaning without a file
    std::string body;                                 // kept only where KeepBodies::yes was asked for
};

enum class KeepBodies { no, yes };

// Looks at one path below the root. A file that cannot be opened is Broken, with a problem that says why. Thread-safe.
[[nodiscard]] Observation observe(const std::string& path, const Settings& settings, KeepBodies bodies);

// Looks at many paths, on all processors; the result has their order.
[[nodiscard]] std::vector<Observation> observe_all(const std::vector<std::string>& paths, const Settings& settings,
                                                   KeepBodies bodies);

}  // namespace tagwire::daemon
