// A request's head, as far as answering it needs.
#pragma once

#include "http/conditional.hpp"

#include <string_view>

namespace tagwire::http {

enum class Method { get, head, options, other, unknown };  // other: a registered method that no resource here has

// All views are into the bytes that the head was read from, or into the parser that read it.
struct RequestHead {
    Method method = Method::unknown;
    std::string_view target;  // not decoded
    Conditions conditions;
    std::string_view accept_encoding;
};

}  // namespace tagwire::http
