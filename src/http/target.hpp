// Request targets (RFC 9112 §3.2).
#pragma once

#include "http/status.hpp"

#include <boost/system/result.hpp>

#include <string>
#include <string_view>

namespace tagwire::http {

// The path of a target in origin-form ("/a%20b?query") or absolute-form ("http://host/a%20b"), percent-decoded once.
// The query is ignored and so is the authority: what is served does not depend on a name that the client chose. Refused
// (400) are other forms, NUL, bytes that are not UTF-8, and "." and ".." as segments, before or after decoding.
[[nodiscard]] boost::system::result<std::string, Refusal> decode_target(std::string_view target);

}  // namespace tagwire::http
