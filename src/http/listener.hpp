// Opens the socket that a server listens on.
#pragma once

#include "base/result.hpp"
#include "http/task.hpp"

#include <cstdint>
#include <string>

namespace tagwire::http {

// For a name with several addresses: on the first that can be listened on, IPv4 before IPv6. "" is all addresses of
// both kinds.
[[nodiscard]] Result<Acceptor> listen_on(boost::asio::io_context& context, const std::string& host, std::uint16_t port);

// "127.0.0.1:8080", "[::1]:8080".
[[nodiscard]] std::string to_string(const boost::asio::ip::tcp::endpoint& endpoint);

}  // namespace tagwire::http
