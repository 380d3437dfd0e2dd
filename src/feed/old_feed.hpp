// The feed of another system, read for the ids that its readers know.
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::feed {

struct OldEntry {
    std::string id;  // verbatim: Atom's id, RSS's guid (without one its rdf:about or link, which readers
                     // take for it), JSON Feed's id
    std::string link;
    std::string title;  // plain text
    std::optional<Instant> published;
};

// Reads RSS (0.9x, 1.0, 2.0), Atom 1.0 (0.3) or JSON Feed 1.x, whichever the bytes are. Entries without an id are left
// out. Fails with a sentence for people where the bytes are none of these. Loads nothing, expands no entities.
[[nodiscard]] Result<std::vector<OldEntry>> read_old_feed(std::string_view bytes);

}  // namespace tagwire::feed
