// What real connections do with requests that proxies and servers disagree about.
#include "running_server.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;
using namespace tagwire::http::testing;
using namespace std::string_literals;

TEST_CASE("requests in doubt are refused, and nothing behind them is read as a request") {
    const auto [request, status] = GENERATE(table<std::string, int>({
        {"GET / HTTP/1.1\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
        {"GET / HTTP/1.1\nHost: a\n\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: b\r\n c\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: b\rc\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: \0\r\n\r\n"s, 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: +5\r\n\r\nhello", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5, 5\r\n\r\nhello", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n", 400},
        {"GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400},
        {"GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nhello\r\n", 400},
        {"GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
        {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505},
        {"GET /" + std::string(8000, 'a') + " HTTP/1.1\r\nHost: a\r\n\r\n", 414},
        {std::string(64, 'G') + " / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
        {"GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(17'000, 'b') + "\r\n\r\n", 431},
        {"GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 65537\r\n\r\n", 413},
        {"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n"s, 400},
    }));
    CAPTURE(request.substr(0, 200));
    const RunningServer server;
    RawClient client = server.connect();
    const Reply reply = client.ask(request + get("/atom.xml"));
    CHECK(reply.status == status);
    CHECK(reply.field("connection") == "close");
    CHECK(reply.field("date") == "Sun, 01 Nov 2026 10:00:00 GMT");
    client.finish_sending();
    CHECK(client.rest().empty());
}

TEST_CASE("a client that goes on sending after a refusal still gets it") {
    const RunningServer server;
    RawClient client = server.connect();
    client.send("GET / HTTP/1.1\r\nHost: a b\r\n\r\n");
    for (int i = 0; i < 50; ++i) client.send(std::string(1000, 'x'));
    const auto reply = client.reply();
    REQUIRE(reply);
    CHECK(reply->status == 400);
}

TEST_CASE("resources that are no paths keep the connection open") {
    const RunningServer server;
    RawClient client = server.connect();
    CHECK(client.ask(get("/a%00")).status == 400);
    CHECK(client.ask(get("/../etc/passwd")).status == 400);
    CHECK(client.ask("PUT /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello").status == 405);
    CHECK(client.ask("FOO /atom.xml HTTP/1.1\r\nHost: a\r\n\r\n").status == 501);
    CHECK(client.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status == 204);
    CHECK(client.ask(get("/nowhere")).status == 404);
    CHECK(client.ask(get("/atom.xml")).status == 200);
}

TEST_CASE("what the client says of itself does not change what it gets") {
    const RunningServer server;
    const Reply plain = server.ask(get("/atom.xml"));
    const std::string evil_host =
        "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil\r\n\r\n";
    const std::string evil_fields = "Host: [::1]:99\r\nCookie: a=b\r\nReferer: x\r\nRange: bytes=0-1\r\n\r\n";
    for (const std::string& request :
         {"GET /atom.xml HTTP/1.1\r\n" + evil_host, "GET http://evil.example/atom.xml HTTP/1.1\r\n" + evil_host,
          "GET /atom.xml?utm_source=evil HTTP/1.1\r\n" + evil_fields}) {
        const Reply reply = server.ask(request);
        CHECK(reply.status == 200);
        CHECK(reply.fields == plain.fields);
        CHECK(reply.body == plain.body);
    }
}

TEST_CASE("a body comes before the next request, and is dropped") {
    const RunningServer server;
    const auto body = GENERATE(as<std::string>(), "Content-Length: 27\r\n\r\nGET /smuggled HTTP/1.1\r\n\r\n!",
                               "Content-Length: 0\r\n\r\n",
                               "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\nTrailer: x\r\n\r\n");
    RawClient client = server.connect();
    const std::string first = "GET /atom.xml HTTP/1.1\r\nHost: a\r\nIf-None-Match: *\r\n" + body;
    client.send(first + get("/nowhere"));
    CHECK(client.reply().value().status == 304);
    CHECK(client.reply().value().status == 404);
}

TEST_CASE("a client that waits for 100 Continue is told to go on") {
    const RunningServer server;
    RawClient client = server.connect();
    client.send("GET /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    CHECK(client.reply().value().status == 100);
    client.send("hello");
    CHECK(client.reply().value().status == 200);
    CHECK(client.ask(get("/atom.xml")).status == 200);
}
