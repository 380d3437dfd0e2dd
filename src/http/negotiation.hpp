// Which content coding a client gets (RFC 9110 §12.5.3).
#pragma once

#include <string_view>

namespace tagwire::http {

enum class Coding { identity, gzip };

// The coding that the Accept-Encoding field's value ("" where there is none) prefers, gzip at equal weight. Identity
// where nothing that we have is acceptable: RFC 9110 §12.4.1 allows it, and a reader can do more with that than with a
// 406.
[[nodiscard]] Coding choose_coding(std::string_view accept_encoding);

}  // namespace tagwire::http
