// Compression: the same bytes always give the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::shelf {

// RFC 1952, as the content coding "gzip" (RFC 9110 §8.4.1.3); no time and no file name are in it. Thread-safe.
[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace tagwire::shelf
