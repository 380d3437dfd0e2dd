// Status codes (RFC 9110 §15) that tagwire sends, and why a request is turned away.
#pragma once

#include <string_view>

namespace tagwire::http {

enum class Status {
    ok = 200,
    no_content = 204,
    moved_permanently = 301,
    found = 302,
    not_modified = 304,
    bad_request = 400,
    not_found = 404,
    method_not_allowed = 405,
    request_timeout = 408,
    gone = 410,
    precondition_failed = 412,
    content_too_large = 413,
    uri_too_long = 414,
    header_fields_too_large = 431,
    internal_server_error = 500,
    not_implemented = 501,
    service_unavailable = 503,
    version_not_supported = 505,
};

// A request that cannot be served. `reason` is a line for a person, ends with a newline and lives as long as the
// program: nothing that the client sent is in it.
struct Refusal {
    Status status = Status::bad_request;
    std::string_view reason;
};

}  // namespace tagwire::http
