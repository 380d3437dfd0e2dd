#include "http/request_parser.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;

namespace {

std::string head(std::string_view fields, std::string_view request_line = "GET / HTTP/1.1") {
    return std::string(request_line) + "\r\n" + std::string(fields) + "\r\n";
}

std::optional<Status> refused(const std::string& bytes) {
    RequestParser parser({});
    const auto refusal = parser.read_head(bytes);
    return refusal ? std::optional(refusal->status) : std::nullopt;
}

// The status it is refused with, or the octets that are left behind the body.
std::string after_body(std::string_view head_bytes, std::string_view body, std::size_t piece) {
    RequestParser parser({});
    REQUIRE_FALSE(parser.read_head(head_bytes));
    std::string held;
    for (std::size_t begin = 0; begin < body.size() && !parser.complete(); begin += piece) {
        held += body.substr(begin, piece);
        const auto dropped = parser.drop_body(held);
        if (dropped.has_error()) return std::to_string(static_cast<int>(dropped.error().status));
        held.erase(0, *dropped);
        if (parser.complete()) return held + std::string(body.substr(std::min(begin + piece, body.size())));
    }
    return "incomplete";
}

}  // namespace

TEST_CASE("a head is read into the parts that matter") {
    const std::string bytes = head(
        "Host: example.org\r\nAccept-Encoding: br\r\nif-none-match: \"a\"\r\nAccept-Encoding:gzip \r\n"
        "If-None-Match: \"b\"\r\nIf-None-Match: \"c\"\r\nX: y\r\n",
        "HEAD /a?b HTTP/1.1");
    RequestParser parser({});
    REQUIRE_FALSE(parser.read_head(bytes));
    CHECK(parser.complete());
    CHECK(parser.head().method == Method::head);
    CHECK(parser.head().target == "/a?b");
    CHECK(parser.head().accept_encoding == "br, gzip");
    CHECK(parser.head().conditions.if_none_match == R"("a", "b", "c")");
    CHECK_FALSE(parser.head().conditions.if_modified_since);
    CHECK(parser.keep_alive());
}

TEST_CASE("methods are told apart by their exact names") {
    const auto [name, method] = GENERATE(table<std::string, Method>({
        {"GET", Method::get},
        {"HEAD", Method::head},
        {"OPTIONS", Method::options},
        {"PUT", Method::other},
        {"TRACE", Method::other},
        {"CONNECT", Method::other},
        {"get", Method::unknown},
        {"FOO", Method::unknown},
    }));
    const std::string bytes = head("Host: a\r\n", name + " / HTTP/1.1");
    RequestParser parser({});
    REQUIRE_FALSE(parser.read_head(bytes));
    CHECK(parser.head().method == method);
}

TEST_CASE("request lines that are not exact are refused") {
    const auto line = GENERATE(as<std::string>(), "GET /", "GET", "GET / ", "GET  / HTTP/1.1", "GET /  HTTP/1.1",
                               "GET / HTTP/1.1 ", " GET / HTTP/1.1", "GET\t/ HTTP/1.1", "GET / http/1.1",
                               "GET / HTTP/11", "GET / HTTP/1", "GET / HTTP/1.1.1", "GET / HTCPCP/1.0",
                               "GET /a b HTTP/1.1", "G{T / HTTP/1.1", "GET / HTTP/a.1", "GET /\r\n");
    CAPTURE(line);
    CHECK(refused(head("Host: a\r\n", line)) == Status::bad_request);
}

TEST_CASE("other versions of HTTP are refused by their name") {
    const auto version = GENERATE(as<std::string>(), "HTTP/2.0", "HTTP/0.9", "HTTP/3.0", "HTTP/1.2");
    CHECK(refused(head("Host: a\r\n", "GET / " + version)) == Status::version_not_supported);
}

TEST_CASE("fields that leave in doubt whose request this is, or where it ends, are refused") {
    const auto fields = GENERATE(
        as<std::string>(), "", "Host: a\r\nHost: a\r\n", "Host: a\r\nhost: b\r\n", "Host:\r\n", "Host: a b\r\n",
        "Host: a/b\r\n", "Host: u@a\r\n", "Host: a:b\r\n", "Host: [::1\r\n", "Host: a, b\r\n", "Host : a\r\n",
        "Host: a\r\n: b\r\n", "Host: a\r\nX\r\n", "Host: a\r\nX Y: b\r\n",
        "Host: a\r\nContent-Length: 1\r\nContent-Length: 1\r\n",
        "Host: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n", "Host: a\r\nContent-Length: +5\r\n",
        "Host: a\r\nContent-Length: 5, 5\r\n", "Host: a\r\nContent-Length: -1\r\n",
        "Host: a\r\nContent-Length: 0x5\r\n", "Host: a\r\nContent-Length: \r\n", "Host: a\r\nContent-Length: 5 5\r\n",
        "Host: a\r\nContent-Length: 99999999999999999999\r\n",
        "Host: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n",
        "Host: a\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n",
        "Host: a\r\nTransfer-Encoding: chunked, identity\r\n", "Host: a\r\nTransfer-Encoding: identity\r\n",
        "Host: a\r\nTransfer-Encoding: gzip, chunked\r\n", "Host: a\r\nTransfer-Encoding: chunked, chunked\r\n",
        "Host: a\r\nTransfer-Encoding: \"chunked\"\r\n", "Host: a\r\nTransfer-Encoding: xchunked\r\n",
        "Host: a\r\nTransfer-Encoding:\r\n", "Host: a\r\nTransfer-Encoding : chunked\r\n",
        "Host: a\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
        "Host: a\r\nTransfer-Encoding: chunked;x=y\r\n");
    CAPTURE(fields);
    CHECK(refused(head(fields)) == Status::bad_request);
}

TEST_CASE("HTTP/1.0 needs no Host, has no transfer codings and closes unless asked not to") {
    const std::string_view line = "GET / HTTP/1.0";
    CHECK_FALSE(refused(head("", line)));
    CHECK(refused(head("Transfer-Encoding: chunked\r\n", line)) == Status::bad_request);
    const std::string plain = head("", line);
    const std::string kept = head("Connection: Keep-Alive\r\n", line);
    RequestParser closing({});
    RequestParser keeping({});
    REQUIRE_FALSE(closing.read_head(plain));
    REQUIRE_FALSE(keeping.read_head(kept));
    CHECK_FALSE(closing.keep_alive());
    CHECK(keeping.keep_alive());
    CHECK(closing.is_http_1_0());
}

TEST_CASE("hosts are names, addresses and ports") {
    const auto host = GENERATE(as<std::string>(), "example.org", "example.org:8080", "127.0.0.1", "[::1]:80",
                               "a_b.example", "xn--fiq228c.example:", "%E4%BE%8B.example");
    CAPTURE(host);
    CHECK_FALSE(refused(head("Host: " + host + "\r\n")));
}

TEST_CASE("as many fields as the limit are read, and no more") {
    std::string fields = "Host: a\r\n";
    for (int i = 1; i < 100; ++i) fields += "X: y\r\n";
    CHECK_FALSE(refused(head(fields)));
    CHECK(refused(head(fields + "X: y\r\n")) == Status::header_fields_too_large);
}

TEST_CASE("only HTTP/1.1 clients wait for 100 Continue") {
    const std::string modern = head("Host: a\r\nContent-Length: 5\r\nExpect: 100-Continue\r\n");
    const std::string old = head("Content-Length: 5\r\nExpect: 100-continue\r\n", "GET / HTTP/1.0");
    RequestParser waits({});
    RequestParser sends({});
    REQUIRE_FALSE(waits.read_head(modern));
    REQUIRE_FALSE(sends.read_head(old));
    CHECK(waits.expects_continue());
    CHECK_FALSE(sends.expects_continue());
}

TEST_CASE("a body is dropped to its end, however it is cut") {
    const std::string by_length = head("Host: a\r\nContent-Length: 5\r\n");
    const std::string chunked = head("Host: a\r\nTransfer-Encoding: Chunked\r\n");
    const auto piece = GENERATE(std::size_t{1}, std::size_t{2}, std::size_t{7}, std::size_t{1000});
    CAPTURE(piece);
    CHECK(after_body(by_length, "helloNEXT", piece) == "NEXT");
    CHECK(after_body(chunked, "0\r\n\r\nNEXT", piece) == "NEXT");
    CHECK(after_body(chunked, "5\r\nhello\r\n00A;a=b;c=\"d;\"\r\n0123456789\r\n0\r\nHost: b\r\nIf-Match: x\r\n\r\nNEXT",
                     piece) == "NEXT");
}

TEST_CASE("bodies whose chunks are not exact are refused") {
    const std::string chunked = head("Host: a\r\nTransfer-Encoding: chunked\r\n");
    const auto body = GENERATE(
        as<std::string>(), "hello\r\n", "5\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n",
        "+5\r\nhello\r\n0\r\n\r\n", " 5\r\nhello\r\n0\r\n\r\n", "5 \r\nhello\r\n0\r\n\r\n", "5\r\nhelloX\r\n0\r\n\r\n",
        "5\r\nhello0\r\n\r\n", "5;\r\nhello\r\n0\r\n\r\n", "5;a=\"\n\"\r\nhello\r\n0\r\n\r\n", "5\rhello\r\n0\r\n\r\n",
        "fffffffffffffffff\r\nhello\r\n0\r\n\r\n", "0\r\nContent-Length: 5\r\n\r\n", "0\r\nbad field\r\n\r\n");
    CAPTURE(body);
    CHECK(after_body(chunked, body, body.size()) == "400");
}

TEST_CASE("bodies beyond the limit are refused, with all that frames them") {
    CHECK(refused(head("Host: a\r\nContent-Length: 65536\r\n")) == std::nullopt);
    CHECK(refused(head("Host: a\r\nContent-Length: 65537\r\n")) == Status::content_too_large);
    const std::string chunked = head("Host: a\r\nTransfer-Encoding: chunked\r\n");
    std::string one_by_one;
    while (one_by_one.size() <= 65536) one_by_one += "1\r\nx\r\n";
    CHECK(after_body(chunked, "10001\r\n" + std::string(70'000, 'x'), 1000) == "413");
    CHECK(after_body(chunked, one_by_one, 1000) == "413");
    CHECK(after_body(chunked, "1;" + std::string(70'000, 'x'), 1000) == "413");
    CHECK(after_body(chunked, "0\r\nX: " + std::string(70'000, 'x'), 1000) == "413");
}
