// URI references (RFC 3986). Everything that leaves tagwire is an ASCII URI: RFC 3987 §3.1 turns IRIs into them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tagwire {

// Percent-encodes all octets but the unreserved ones (RFC 3986 §2.3): the encoding of one path segment.
[[nodiscard]] std::string encode_segment(std::string_view text);
// The same for a path: "/" is kept.
[[nodiscard]] std::string encode_path(std::string_view path);
// Undoes percent-encoding once; nothing where a "%" is not followed by two hex digits.
[[nodiscard]] std::optional<std::string> decode_percent(std::string_view text);

// An ASCII URI reference of what people write: trimmed; blanks, non-ASCII and other forbidden characters are encoded,
// what is encoded already is kept; the host becomes its A-label form (IDNA). Nothing where no URI can be made of it.
[[nodiscard]] std::optional<std::string> to_uri(std::string_view text);

// `reference` (as people write it) resolved against the absolute URI `base`, RFC 3986 §5.2. Nothing if either is not to
// be read.
[[nodiscard]] std::optional<std::string> resolve(std::string_view base, std::string_view reference);

// In lower case; empty for a relative reference.
[[nodiscard]] std::string scheme_of(std::string_view uri);
[[nodiscard]] std::string host_of(std::string_view uri);
[[nodiscard]] std::string path_of(std::string_view uri);
[[nodiscard]] bool is_http_url(std::string_view uri);  // absolute, http or https, with a host

// Whether a host, as host_of() gives it, can only mean this machine: "localhost", "127.0.0.1", "[::1]".
[[nodiscard]] bool is_loopback(std::string_view host);

}  // namespace tagwire
