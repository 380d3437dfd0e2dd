// Finds the end of a request's head in bytes that come in pieces, and refuses at once what no head may hold.
//
// Parsers that are lenient about line endings and folded lines disagree with the proxies in front of them on where a
// request ends (request smuggling). Beast passes over some of that, so the raw lines are checked here before it sees
// them.
#pragma once

#include "http/status.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::http {

struct HeadLimits {
    std::size_t target_bytes_max = 8000;      // RFC 9112 §3: at least that for the request line
    std::size_t header_bytes_max = 16 << 10;  // of all field lines
};

// Serves one request. Each byte is looked at once, however small the pieces are.
class HeadScanner {
  public:
    enum class Progress { incomplete, complete, refused };

    explicit HeadScanner(const HeadLimits& limits) : limits_(limits) {}

    // `bytes` is all that has come since the request before; it only grows from call to call.
    [[nodiscard]] Progress scan(std::string_view bytes);

    // Once complete: where the request line begins (RFC 9112 §2.2: empty lines before it are passed over), and the
    // octet after the head's last line.
    [[nodiscard]] std::size_t begin() const { return begin_; }
    [[nodiscard]] std::size_t end() const { return line_begin_; }

    [[nodiscard]] const Refusal& refusal() const { return refusal_; }

  private:
    [[nodiscard]] Progress take_line(std::string_view line, std::size_t next);
    [[nodiscard]] Progress check_request_line(std::string_view line);
    [[nodiscard]] Progress check_size(std::size_t size);
    [[nodiscard]] Progress refuse(Status status, std::string_view reason);

    HeadLimits limits_;
    std::size_t begin_ = 0;
    std::size_t fields_begin_ = 0;  // 0 until the request line is complete
    std::size_t line_begin_ = 0;
    std::size_t searched_ = 0;  // no line ends between line_begin_ and here
    Refusal refusal_;
};

}  // namespace tagwire::http
