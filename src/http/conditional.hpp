// Conditional requests (RFC 9110 §13).
#pragma once

#include "base/time.hpp"
#include "http/negotiation.hpp"

#include <optional>
#include <string_view>

namespace tagwire::http {

// The values of the fields, several lines of one joined by ", ". Views into the request.
struct Conditions {
    std::optional<std::string_view> if_match;
    std::optional<std::string_view> if_none_match;
    std::optional<std::string_view> if_modified_since;
    std::optional<std::string_view> if_unmodified_since;
};

// What the client would get if it had set no conditions.
struct Validators {
    std::string_view hash;
    Coding coding;          // that was chosen for it
    Instant last_modified;  // whole seconds
};

enum class Verdict { proceed, not_modified, precondition_failed };

struct Evaluation {
    Verdict verdict = Verdict::proceed;
    Coding coding = Coding::identity;  // whose entity tag the response carries
};

// For GET and HEAD, in the order of §13.2.2.
[[nodiscard]] Evaluation evaluate(const Conditions& conditions, const Validators& validators, Instant now);

}  // namespace tagwire::http
