// A client that sends any octets, and reads responses strictly.
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::http::testing {

struct Reply {
    int status = 0;
    std::map<std::string, std::string> fields;  // names in lower case; a name that comes twice fails the test
    std::string body;

    [[nodiscard]] std::string field(const std::string& name) const;  // "" where there is none
};

// Parses a head; fails the test where it is not exact.
[[nodiscard]] Reply parse_head(std::string_view head);

// Every wait ends after ten seconds at the latest, which fails the test.
class RawClient {
  public:
    enum class Body { expected, none };  // none: the response to HEAD

    explicit RawClient(const std::string& address);  // "127.0.0.1:8080"
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    bool send(std::string_view octets);  // false if the server has closed
    void finish_sending();               // half-close

    [[nodiscard]] std::optional<Reply> reply(Body body = Body::expected);  // nothing once the server has closed
    [[nodiscard]] std::string rest();                                      // all until the server closes
    [[nodiscard]] bool closed_within(std::chrono::milliseconds time);      // and sends nothing before

    [[nodiscard]] bool reset_within(std::chrono::milliseconds time);  // though nothing is read

    // One request, one response.
    [[nodiscard]] Reply ask(std::string_view octets, Body body = Body::expected);

  private:
    bool receive();

    int socket_;
    std::string received_;
};

[[nodiscard]] std::string get(std::string_view target, std::string_view fields = {});  // a GET request

}  // namespace tagwire::http::testing
