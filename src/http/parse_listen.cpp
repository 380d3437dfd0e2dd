#include "http/server.hpp"

#include <charconv>

namespace tagwire::http {

Result<HostAndPort> parse_listen(std::string_view text) {
    const Error malformed{Fault::invalid,
                          "\"" + std::string(text) + "\" is not HOST:PORT, as in 127.0.0.1:8080, [::1]:8080 or :8080"};
    const std::size_t colon = text.rfind(':');
    if (colon == std::string_view::npos) return malformed;
    std::string_view host = text.substr(0, colon);
    const std::string_view digits = text.substr(colon + 1);
    const bool bracketed = host.size() > 2 && host.starts_with('[') && host.ends_with(']');
    if (bracketed) host = host.substr(1, host.size() - 2);
    if (host.find_first_of(bracketed ? "[]/ " : "[]:/ ") != std::string_view::npos) return malformed;

    HostAndPort parsed{.host = std::string(host)};
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), parsed.port);
    if (error != std::errc() || end != digits.data() + digits.size()) return malformed;
    return parsed;
}

}  // namespace tagwire::http
