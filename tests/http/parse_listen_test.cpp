#include "http/server.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::http;

TEST_CASE("an address to listen on is a host and a port") {
    const auto [text, host, port] = GENERATE(table<std::string, std::string, int>({
        {"127.0.0.1:8080", "127.0.0.1", 8080},
        {"[::1]:0", "::1", 0},
        {"localhost:80", "localhost", 80},
        {":65535", "", 65535},
    }));
    const auto parsed = parse_listen(text);
    REQUIRE(parsed.has_value());
    CHECK(parsed->host == host);
    CHECK(parsed->port == port);
}

TEST_CASE("what is not HOST:PORT is named, with examples") {
    const auto text = GENERATE(as<std::string>(), "", "8080", "localhost", "localhost:", "localhost:http",
                               "localhost:65536", "localhost:-1", "localhost:80 ", "::1", "::1:80", "[::1]", "[::1:80",
                               "http://localhost:80", "[]:80", "a b:80");
    CAPTURE(text);
    const auto parsed = parse_listen(text);
    REQUIRE(parsed.has_error());
    CHECK(parsed.error().fault == Fault::invalid);
    CHECK(parsed.error().message == "\"" + text + "\" is not HOST:PORT, as in 127.0.0.1:8080, [::1]:8080 or :8080");
}
