// A document: the bytes of one resource, ready to be sent.
#pragma once

#include "base/time.hpp"
#include "shelf/recipe.hpp"

#include <chrono>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace tagwire::shelf {

// The bytes of one resource in each content coding, with their validators.
struct Document {
    std::string media_type;  // the Content-Type field's value
    std::string identity;
    std::string gzip;                     // empty where it would not be smaller
    std::string etag;                     // 16 hex digits of XXH3 of `identity`, without quotes
    Instant last_modified;                // when these bytes last changed, whole seconds; never goes back
    std::chrono::seconds max_age_min{0};  // how long caches may keep it, if that is longer than for others
    std::string link;                     // the Link field's value (RFC 8288): rel="self"
};
using DocumentPtr = std::shared_ptr<const Document>;

struct Moved {
    std::string location;
};  // 301 to this absolute URL
struct Elsewhere {
    std::string location;
};  // 302 to this absolute URL, for now
struct NotFound {};
struct Gone {};      // removed by configuration
struct NotReady {};  // before the first scan, or too many pages of archives are being made
struct Failed {};    // it could not be rendered and there is no earlier version
using Answer = std::variant<DocumentPtr, Moved, Elsewhere, NotFound, Gone, NotReady, Failed>;

// Everything but `last_modified`.
[[nodiscard]] Document make_document(const Recipe& recipe, std::string identity);

}  // namespace tagwire::shelf
