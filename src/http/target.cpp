#include "http/target.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"
#include "http/field_value.hpp"

#include <algorithm>
#include <optional>

namespace tagwire::http {
namespace {

constexpr Refusal malformed{Status::bad_request, "The request's target is not a valid path.\n"};

// From the path on; nothing if the target has neither of the two forms.
std::optional<std::string_view> after_authority(std::string_view target) {
    if (target.starts_with('/')) return target;
    const std::string_view scheme = target.substr(0, target.find("://"));
    if (!equals_ignoring_ascii_case(scheme, "http") && !equals_ignoring_ascii_case(scheme, "https"))
        return std::nullopt;
    target.remove_prefix(std::min(scheme.size() + 3, target.size()));
    const std::size_t authority_end = std::min(target.find_first_of("/?"), target.size());
    if (authority_end == 0) return std::nullopt;  // RFC 9110 §4.2.1: an http URI has a host.
    return target.substr(authority_end);
}

bool has_dot_segment(std::string_view path) {
    while (!path.empty()) {
        const std::string_view segment = take_until(path, '/');
        if (segment == "." || segment == "..") return true;
    }
    return false;
}

}  // namespace

boost::system::result<std::string, Refusal> decode_target(std::string_view target) {
    const std::optional<std::string_view> local = after_authority(target);
    if (!local || local->find('#') != std::string_view::npos) return malformed;
    const std::string_view path = local->substr(0, local->find('?'));
    std::optional<std::string> decoded = decode_percent(path);
    if (!decoded || !is_utf8(*decoded) || decoded->find('\0') != std::string::npos || has_dot_segment(*decoded))
        return malformed;
    if (decoded->empty()) return std::string("/");  // RFC 9112 §3.2.1: an empty path is sent as "/".
    return std::move(*decoded);
}

}  // namespace tagwire::http
