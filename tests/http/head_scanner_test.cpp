#include "http/head_scanner.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;
using namespace std::string_literals;
using Progress = HeadScanner::Progress;

namespace {

std::string request_line(std::size_t target_bytes) {
    return "GET /" + std::string(target_bytes - 1, 'a') + " HTTP/1.1\r\n";
}

// As the bytes come one by one.
Progress scan_slowly(HeadScanner& scanner, std::string_view bytes) {
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        const Progress progress = scanner.scan(bytes.substr(0, size));
        if (progress != Progress::incomplete) return progress;
    }
    return scanner.scan(bytes);
}

}  // namespace

TEST_CASE("a head ends at its empty line, however it is cut") {
    const std::string head = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    const std::string bytes = head + "GET /next HTTP/1.1\r\n";
    HeadScanner at_once({});
    CHECK(at_once.scan(bytes) == Progress::complete);
    CHECK(at_once.begin() == 0);
    CHECK(at_once.end() == head.size());
    HeadScanner slowly({});
    CHECK(scan_slowly(slowly, bytes) == Progress::complete);
    CHECK(slowly.end() == head.size());
}

TEST_CASE("empty lines before the request line are passed over") {
    HeadScanner scanner({});
    CHECK(scanner.scan("\r\n\r\nGET / HTTP/1.1\r\n\r\n") == Progress::complete);
    CHECK(scanner.begin() == 4);
    CHECK(scanner.end() == 22);
}

TEST_CASE("what no head may hold is refused, whole or in pieces") {
    const auto bytes =
        GENERATE(as<std::string>(), "GET / HTTP/1.1\nHost: a\n\n", "GET / HTTP/1.1\r\nHost: a\n\r\n",
                 "\nGET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nA: b\rc\r\n\r\n", "GET /\r HTTP/1.1\r\n\r\n",
                 "GET / HTTP/1.1\r\r\n\r\n", "GET / HTTP/1.1\r\nA: b\0c\r\n\r\n"s, "GET / HTTP/1.1\r\nA: \x7f\r\n\r\n",
                 "GET / HTTP/1.1\r\nA: b\r\n c\r\n\r\n", "GET / HTTP/1.1\r\nA: b\r\n\tc\r\n\r\n",
                 "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "GET / HTTP/1.1\r\nA: \x1b\r\n\r\n");
    CAPTURE(bytes);
    HeadScanner at_once({});
    CHECK(at_once.scan(bytes) == Progress::refused);
    CHECK(at_once.refusal().status == Status::bad_request);
    HeadScanner slowly({});
    CHECK(scan_slowly(slowly, bytes) == Progress::refused);
}

TEST_CASE("tabs and bytes beyond ASCII may stand in values") {
    HeadScanner scanner({});
    CHECK(scanner.scan("GET / HTTP/1.1\r\nA: b\tc \xff\xe6\r\n\r\n") == Progress::complete);
}

TEST_CASE("a target may be as long as its limit, and no longer") {
    HeadScanner longest({});
    CHECK(longest.scan(request_line(8000) + "\r\n") == Progress::complete);
    HeadScanner too_long({});
    CHECK(too_long.scan(request_line(8001)) == Progress::refused);
    CHECK(too_long.refusal().status == Status::uri_too_long);
    HeadScanner endless({});
    CHECK(scan_slowly(endless, "GET /" + std::string(9000, 'a')) == Progress::refused);
    CHECK(endless.refusal().status == Status::uri_too_long);
}

TEST_CASE("a method that goes on and on is not implemented") {
    HeadScanner scanner({});
    CHECK(scan_slowly(scanner, std::string(100, 'G')) == Progress::refused);
    CHECK(scanner.refusal().status == Status::not_implemented);
}

TEST_CASE("a request line that goes on after its target is refused") {
    HeadScanner scanner({});
    CHECK(scan_slowly(scanner, "GET / " + std::string(100, 'H')) == Progress::refused);
    CHECK(scanner.refusal().status == Status::bad_request);
}

TEST_CASE("field lines may be as large as their limit, and no larger") {
    const HeadLimits limits{.header_bytes_max = 100};
    const std::string field = "A: " + std::string(93, 'b') + "\r\n";  // 98 octets, and two for the empty line
    HeadScanner largest(limits);
    CHECK(largest.scan("GET / HTTP/1.1\r\n" + field + "\r\n") == Progress::complete);
    HeadScanner too_large(limits);
    CHECK(too_large.scan("GET / HTTP/1.1\r\nB" + field + "\r\n") == Progress::refused);
    CHECK(too_large.refusal().status == Status::header_fields_too_large);
    HeadScanner endless(limits);
    CHECK(scan_slowly(endless, "GET / HTTP/1.1\r\nA: " + std::string(200, 'b')) == Progress::refused);
    CHECK(endless.refusal().status == Status::header_fields_too_large);
}

TEST_CASE("empty lines are not taken without end") {
    std::string lines;
    while (lines.size() < 200) lines += "\r\n";
    HeadScanner scanner({.header_bytes_max = 100});
    CHECK(scan_slowly(scanner, lines) == Progress::refused);
}
