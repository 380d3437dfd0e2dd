// A document: the bytes of one resource, ready to be sent.
#pragma once

#include "base/time.hpp"
#include "shelf/recipe.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>

namespace tagwire::shelf {

// The bytes of one resource in each content coding, with their validators.
struct Document {
    std::string media_type;  // the Content-Type field's value
    std::string identity;
    std::string gzip;       // empty where it would not be smaller
    std::string etag;       // 16 hex digits of XXH3 of `identity`, without quotes
    Instant last_modified;  // when these bytes last changed, whole seconds; never goes back
    std::string link;       // the Link field's value (RFC 8288): rel="self"
};
using DocumentPtr = std::shared_ptr<const Document>;

struct Moved {
    std::string location;
};  // 301 to this absolute URL
struct NotFound {};
struct Gone {};      // removed by configuration
struct NotReady {};  // before the first scan
struct Failed {};    // it could not be rendered and there is no earlier version
using Answer = std::variant<DocumentPtr, Moved, NotFound, Gone, NotReady, Failed>;

// Everything but `last_modified`.
[[nodiscard]] Document make_document(const Recipe& recipe, std::string identity);

}  // namespace tagwire::shelf
