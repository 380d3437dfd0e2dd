#include "raw_client.hpp"

#include "base/text.hpp"

#include <catch2/catch.hpp>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

namespace tagwire::http::testing {
namespace {

constexpr int patience_ms = 10'000;

bool has_body(const Reply& reply, RawClient::Body body) {
    return body == RawClient::Body::expected && reply.status != 204 && reply.status != 304 && reply.status >= 200;
}

}  // namespace

std::string Reply::field(const std::string& name) const {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

Reply parse_head(std::string_view head) {
    Reply reply;
    const auto fail = [&head](const char* what) {
        throw std::runtime_error(std::string(what) + ": " + std::string(head));
    };
    const std::size_t line_end = head.find("\r\n");
    if (!head.starts_with("HTTP/1.1 ") || line_end == std::string_view::npos) fail("bad status line");
    reply.status = std::stoi(std::string(head.substr(9, 3)));
    for (std::size_t begin = line_end + 2; head.substr(begin) != "\r\n";) {
        const std::size_t end = head.find("\r\n", begin);
        if (end == std::string_view::npos) fail("no empty line at the end");
        const std::string_view line = head.substr(begin, end - begin);
        const std::size_t colon = line.find(": ");
        if (colon == std::string_view::npos) fail("bad field");
        if (!reply.fields.emplace(lower_ascii(line.substr(0, colon)), line.substr(colon + 2)).second)
            fail("field twice");
        begin = end + 2;
    }
    return reply;
}

RawClient::RawClient(const std::string& address) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    const std::size_t colon = address.rfind(':');
    sockaddr_in name{};
    name.sin_family = AF_INET;
    name.sin_port = htons(static_cast<std::uint16_t>(std::stoi(address.substr(colon + 1))));
    ::inet_pton(AF_INET, address.substr(0, colon).c_str(), &name.sin_addr);
    if (socket_ < 0 || ::connect(socket_, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) {
        if (socket_ >= 0) ::close(socket_);
        throw std::runtime_error("cannot connect to " + address);
    }
}

RawClient::~RawClient() { ::close(socket_); }

bool RawClient::send(std::string_view octets) {
    while (!octets.empty()) {
        const ssize_t sent = ::send(socket_, octets.data(), octets.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        octets.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void RawClient::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool RawClient::receive() {
    pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, patience_ms) != 1) throw std::runtime_error("the server neither answers nor closes");
    std::array<char, 16384> space;
    const ssize_t count = ::recv(socket_, space.data(), space.size(), 0);
    if (count > 0) received_.append(space.data(), static_cast<std::size_t>(count));
    return count > 0;
}

std::optional<Reply> RawClient::reply(Body body) {
    std::size_t head_end = 0;
    while ((head_end = received_.find("\r\n\r\n")) == std::string::npos) {
        if (receive()) continue;
        if (!received_.empty()) throw std::runtime_error("the response's head ends early: " + received_);
        return std::nullopt;
    }
    Reply reply = parse_head(std::string_view(received_).substr(0, head_end + 4));
    received_.erase(0, head_end + 4);
    if (!has_body(reply, body)) return reply;
    const std::size_t length = std::stoul(reply.field("content-length"));
    while (received_.size() < length) {
        if (!receive()) throw std::runtime_error("the response's body ends early");
    }
    reply.body = received_.substr(0, length);
    received_.erase(0, length);
    return reply;
}

std::string RawClient::rest() {
    while (receive()) {
    }
    return std::exchange(received_, {});
}

bool RawClient::closed_within(std::chrono::milliseconds time) {
    pollfd ready{.fd = socket_, .events = POLLIN, .revents = 0};
    if (::poll(&ready, 1, static_cast<int>(time.count())) != 1) return false;
    char octet = 0;
    return ::recv(socket_, &octet, 1, MSG_PEEK) <= 0;
}

bool RawClient::reset_within(std::chrono::milliseconds time) {
    pollfd ready{.fd = socket_, .events = 0, .revents = 0};
    return ::poll(&ready, 1, static_cast<int>(time.count())) == 1 && (ready.revents & POLLERR) != 0;
}

Reply RawClient::ask(std::string_view octets, Body body) {
    send(octets);
    std::optional<Reply> answer = reply(body);
    if (!answer) throw std::runtime_error("the server closed without a response");
    return *answer;
}

std::string get(std::string_view target, std::string_view fields) {
    return "GET " + std::string(target) + " HTTP/1.1\r\nHost: example.org\r\n" + std::string(fields) + "\r\n";
}

}  // namespace tagwire::http::testing
