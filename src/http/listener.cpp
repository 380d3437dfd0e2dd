#include "http/listener.hpp"

#include <boost/asio/ip/v6_only.hpp>

#include <algorithm>
#include <vector>

namespace tagwire::http {
namespace {

using boost::asio::ip::tcp;

constexpr int queue_length = 4096;  // of connections that nobody has accepted yet; the kernel may allow less

std::string advice(const ErrorCode& error) {
    if (error == boost::asio::error::address_in_use)
        return "another program listens there; stop it, or choose another port";
    if (error == boost::asio::error::access_denied)
        return "not permitted; ports below 1024 need privileges, choose a higher one";
    if (error == boost::system::errc::address_not_available) return "this machine does not have that address";
    return error.message();
}

Error failure(const std::string& where, const ErrorCode& error) {
    const bool denied = error == boost::asio::error::access_denied;
    return {denied ? Fault::denied : Fault::unavailable, "cannot listen on " + where + ": " + advice(error)};
}

std::vector<tcp::endpoint> resolve(boost::asio::io_context& context, const std::string& host, std::uint16_t port,
                                   ErrorCode& error) {
    if (host.empty()) return {tcp::endpoint(tcp::v6(), port), tcp::endpoint(tcp::v4(), port)};
    tcp::resolver resolver(context);
    const auto flags = tcp::resolver::passive | tcp::resolver::numeric_service;
    std::vector<tcp::endpoint> endpoints;
    for (const auto& entry : resolver.resolve(host, std::to_string(port), flags, error))
        endpoints.push_back(entry.endpoint());
    std::stable_partition(endpoints.begin(), endpoints.end(),
                          [](const tcp::endpoint& endpoint) { return endpoint.address().is_v4(); });
    return endpoints;
}

// Options on a listening socket are inherited by the connections that it accepts.
void bind_and_listen(Acceptor& acceptor, const tcp::endpoint& endpoint, ErrorCode& error) {
    acceptor.open(endpoint.protocol(), error);
    if (!error) acceptor.set_option(Acceptor::reuse_address(true), error);
    if (!error && endpoint.address().is_v6())
        acceptor.set_option(boost::asio::ip::v6_only(!endpoint.address().is_unspecified()), error);
    if (!error) acceptor.set_option(tcp::no_delay(true), error);  // each response is one write
    if (!error) acceptor.bind(endpoint, error);
    if (!error) acceptor.listen(queue_length, error);
}

}  // namespace

Result<Acceptor> listen_on(boost::asio::io_context& context, const std::string& host, std::uint16_t port) {
    const bool has_colon = host.find(':') != std::string::npos;
    const std::string where = (has_colon ? '[' + host + ']' : host) + ':' + std::to_string(port);
    ErrorCode error;
    const std::vector<tcp::endpoint> endpoints = resolve(context, host, port, error);
    if (error || endpoints.empty())
        return Error{Fault::not_found, "cannot listen on " + where + ": no such host or address is known"};
    for (const tcp::endpoint& endpoint : endpoints) {
        Acceptor acceptor(context);
        bind_and_listen(acceptor, endpoint, error);
        if (!error) return acceptor;
    }
    return failure(where, error);
}

std::string to_string(const tcp::endpoint& endpoint) {
    const std::string address = endpoint.address().to_string();
    return (endpoint.address().is_v6() ? '[' + address + ']' : address) + ':' + std::to_string(endpoint.port());
}

}  // namespace tagwire::http
