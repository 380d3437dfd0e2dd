// Why readers see an article, or do not, in a word.
#pragma once

#include "catalog/catalog.hpp"

#include <string_view>

namespace tagwire::cli {

// "published", or else the first that is true of "draft", "scheduled", "expired", "unlisted", "held" (held back while
// it is edited) and "duplicate" (another article tells of the same original).
[[nodiscard]] std::string_view state_of(const content::Article& article, const catalog::Catalog& catalog, Instant time);

}  // namespace tagwire::cli
