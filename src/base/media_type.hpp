#pragma once

#include <string_view>

namespace tagwire {

// The media type that the extension of a URL's path promises ("image/jpeg"); empty where it promises nothing.
[[nodiscard]] std::string_view media_type_of(std::string_view url);

}  // namespace tagwire
