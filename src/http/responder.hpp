// From requests and the shelf's answers to responses. Pure: the same input gives the same bytes.
#pragma once

#include "http/request.hpp"
#include "http/response.hpp"
#include "shelf/shelf.hpp"

#include <string>
#include <variant>

namespace tagwire::http {

// The decoded path that the shelf must be asked for, or the response where it need not be asked.
using Route = std::variant<std::string, Response>;
[[nodiscard]] Route route(const RequestHead& request, const Circumstances& circumstances);

// For GET and HEAD.
[[nodiscard]] Response respond(const RequestHead& request, const shelf::Answer& answer,
                               const Circumstances& circumstances);

// A response that has its reason as a plain text body. For a request that could not be read, `method` is
// Method::unknown.
[[nodiscard]] Response refuse(const Refusal& refusal, Method method, const Circumstances& circumstances);

}  // namespace tagwire::http
