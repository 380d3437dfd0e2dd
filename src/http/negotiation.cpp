#include "http/negotiation.hpp"

#include "base/text.hpp"
#include "http/field_value.hpp"

#include <algorithm>
#include <optional>

namespace tagwire::http {
namespace {

// "0" to "1" with up to three decimals (RFC 9110 §12.4.2), in thousandths.
std::optional<int> parse_weight(std::string_view text) {
    if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
    if (text.size() > 1 && text[1] != '.') return std::nullopt;
    int thousandths = (text[0] - '0') * 1000;
    int unit = 100;
    for (const char digit : text.substr(std::min<std::size_t>(text.size(), 2))) {
        if (digit < '0' || digit > '9') return std::nullopt;
        thousandths += (digit - '0') * unit;
        unit /= 10;
    }
    return thousandths > 1000 ? std::nullopt : std::optional(thousandths);
}

// The weight in what follows a coding's name: "", ";q=0.5", " ; Q=1".
std::optional<int> read_parameters(std::string_view text) {
    text = trim_ows(text);
    if (text.empty()) return 1000;
    if (!equals_ignoring_ascii_case(text.substr(0, 2), "q=")) return std::nullopt;
    return parse_weight(text.substr(2));
}

}  // namespace

Coding choose_coding(std::string_view accept_encoding) {
    std::optional<int> gzip;
    std::optional<int> identity;
    std::optional<int> any;
    while (!accept_encoding.empty()) {
        std::string_view member = take_until(accept_encoding, ',');
        const std::string_view name = trim_ows(take_until(member, ';'));
        const std::optional<int> weight = read_parameters(member);
        if (!weight) continue;
        if (name == "*") any = weight;
        if (equals_ignoring_ascii_case(name, "identity")) identity = weight;
        // RFC 9110 §8.4.1.3: "x-gzip" is the same.
        if (equals_ignoring_ascii_case(name, "gzip") || equals_ignoring_ascii_case(name, "x-gzip")) gzip = weight;
    }
    if (!gzip) gzip = any;
    if (!identity) identity = any;
    // What is listed is preferred to an identity that is not.
    return gzip.value_or(0) > 0 && gzip >= identity ? Coding::gzip : Coding::identity;
}

}  // namespace tagwire::http
