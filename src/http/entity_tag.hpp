// Entity tags (RFC 9110 §8.8.3): ours, and those that clients send back.
#pragma once

#include "http/negotiation.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace tagwire::http {

// The strong tag of a document's bytes in a coding, with quotes: "hash" or "hash-gz1".
[[nodiscard]] std::string entity_tag(std::string_view hash, Coding coding);

// If-Match: whether `list` is "*" or has `tag` (with quotes) by strong comparison. Damaged members match nothing.
[[nodiscard]] bool matches_strongly(std::string_view list, std::string_view tag);

// If-None-Match: the coding of the member of `list` that stands for the document with that hash, `selected` rather than
// another, and for "*"; nothing if no member does. Beyond weak comparison, tags of any of our codings match, and those
// that were damaged on the way: a suffix for a proxy's own compression ("hash-gzip", "hash;gzip", "hash"-gzip), quotes
// lost, halved or escaped.
[[nodiscard]] std::optional<Coding> matches_weakly(std::string_view list, std::string_view hash, Coding selected);

}  // namespace tagwire::http
