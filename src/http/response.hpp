// A response, ready to be sent.
#pragma once

#include "http/status.hpp"
#include "shelf/shelf.hpp"

#include <string>
#include <string_view>

namespace tagwire::http {

// What the connection does after a response, and what its head says of that (RFC 9112 §9.3, §9.6).
enum class Persistence { close, keep_alive, implied };  // implied: kept without a word; keep_alive: said, for HTTP/1.0

// What a response says that depends neither on the request nor on the document.
struct Circumstances {
    Instant now;
    std::string_view date;  // `now` as the value of a Date field
    std::chrono::seconds max_age{900};
    Persistence persistence = Persistence::implied;
};

struct Response {
    std::string head;             // from the status line to the empty line
    std::string_view body;        // empty for HEAD; in `document`, or a text that lives as long as the program
    shelf::DocumentPtr document;  // keeps the body alive
};

// Writes a head field by field.
class HeadBuilder {
  public:
    // Begins with the fields that every response has (RFC 9110 §6.6.1: a Date; nosniff: bytes are only what they are
    // declared as).
    HeadBuilder(Status status, const Circumstances& circumstances);

    // A value that could end the field, and smuggle in another, is left out with its field.
    HeadBuilder& add(std::string_view name, std::string_view value);

    [[nodiscard]] std::string finish();

  private:
    void append_line(std::string_view name, std::string_view value);

    std::string head_;
};

}  // namespace tagwire::http
