// The HTTP/1.1 server (RFC 9110, 9112): answers GET and HEAD with documents that it asks for by their paths.
#pragma once

#include "base/result.hpp"
#include "base/time.hpp"
#include "shelf/shelf.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace tagwire::http {

struct ServerOptions {
    std::string host = "127.0.0.1";  // an address, or a name to be resolved; IPv6 without brackets; "": all addresses
    std::uint16_t port = 8080;       // 0: any free one
    std::size_t threads = 1;
    std::size_t connections_max = 10'000;  // beyond it the one that waited longest for a request goes
    std::size_t target_bytes_max = 8000;   // RFC 9112 §3
    std::size_t header_bytes_max = 16 << 10;
    std::size_t header_fields_max = 100;
    std::size_t body_bytes_max = 64 << 10;             // of a request, read and dropped
    std::chrono::milliseconds header_timeout{10'000};  // for a whole head, from its first octet; for a body again
    std::chrono::milliseconds idle_timeout{60'000};    // between requests
    std::chrono::milliseconds answer_timeout{10'000};  // for the answer to a question, then 503
    std::chrono::milliseconds write_timeout{30'000};   // without the client taking anything of a response
    std::chrono::milliseconds linger_timeout{2'000};   // for a client to notice that it is being turned away
    std::chrono::milliseconds drain_timeout{5'000};
    std::chrono::seconds max_age{900};  // Cache-Control of documents
};

struct HostAndPort {
    std::string host;
    std::uint16_t port = 0;
};
// Splits "127.0.0.1:8080", "[::1]:0", "localhost:80" or ":8080" (all addresses) into host and port.
[[nodiscard]] Result<HostAndPort> parse_listen(std::string_view text);

// Asks for the document at a decoded path. `answer` is called once, at once or later, from any thread, also after the
// server has gone. Asked from several threads at once.
using Ask = std::function<void(std::string_view path, std::function<void(shelf::Answer)> answer)>;

using WallClock = std::function<Instant()>;

class Server {
  public:
    // Binds at once; fails with a sentence that names the address and what to do (in use, not permitted, unknown host).
    // What `ask` and `clock` refer to must outlive the server.
    [[nodiscard]] static Result<std::unique_ptr<Server>> listen(const ServerOptions& options, Ask ask, WallClock clock);
    ~Server();  // stops without draining
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    [[nodiscard]] std::string address() const;  // "127.0.0.1:8080": with the port that was bound
    void start();                               // starts the HTTP threads and accepts; called once
    // Accepts no more, closes idle connections, lets answers under way end (drain_timeout), joins the threads.
    void stop();

  private:
    class Impl;
    explicit Server(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace tagwire::http
