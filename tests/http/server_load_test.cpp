// Many clients at once, and hostile ones.
#include "running_server.hpp"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <atomic>
#include <random>
#include <thread>

using namespace tagwire;
using namespace tagwire::http;
using namespace tagwire::http::testing;
using namespace std::chrono_literals;

TEST_CASE("while documents change, each response's ETag is that of its body") {
    ServerOptions options = any_port();
    options.threads = 2;
    RunningServer server(options);
    std::atomic<bool> over = false;
    std::thread changing([&] {
        for (int version = 0; !over; ++version)
            server.documents.put("/atom.xml", document("version " + std::to_string(version)));
    });
    std::atomic<int> wrong = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 8; ++reader) {
        readers.emplace_back([&] {
            RawClient client = server.connect();
            for (int i = 0; i < 200; ++i) {
                const Reply reply = client.ask(get("/atom.xml"));
                if (reply.status != 200 || reply.field("etag") != '"' + hex(hash64(reply.body)) + '"') ++wrong;
            }
        });
    }
    for (std::thread& reader : readers) reader.join();
    over = true;
    changing.join();
    CHECK(wrong == 0);
}

TEST_CASE("whatever is sent, the server answers or closes, and lives on") {
    ServerOptions options = any_port();
    options.linger_timeout = 100ms;
    const RunningServer server(options);
    const std::string pieces[] = {"GET ",
                                  "/atom.xml",
                                  " HTTP/1.1",
                                  "\r\n",
                                  "\r\n\r\n",
                                  "Host: a",
                                  "Content-Length: 3",
                                  "Transfer-Encoding: chunked",
                                  "5\r\nhello\r\n",
                                  "0\r\n\r\n",
                                  "\n",
                                  "\r",
                                  std::string(1, '\0'),
                                  "If-None-Match: \"",
                                  "\xff\xfe",
                                  " ",
                                  ":",
                                  "%",
                                  "\"",
                                  "Accept-Encoding: gzip;q=",
                                  "HEAD / HTTP/1.0\r\n\r\n",
                                  get("/atom.xml"),
                                  "Expect: 100-continue\r\n"};
    std::mt19937 random(11);
    const auto below = [&random](std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>(0, bound - 1)(random);
    };
    for (int round = 0; round < 500; ++round) {
        std::string octets = below(2) == 0 ? get("/atom.xml") : "";
        for (std::size_t count = below(20); count > 0; --count) octets += pieces[below(std::size(pieces))];
        if (below(3) == 0 && !octets.empty()) octets[below(octets.size())] = static_cast<char>(below(256));
        CAPTURE(round, octets);
        RawClient client = server.connect();
        client.send(octets);
        client.finish_sending();
        const std::string answer = client.rest();
        REQUIRE((answer.empty() || answer.starts_with("HTTP/1.1 ")));
    }
    CHECK(server.ask(get("/atom.xml")).status == 200);
}

#ifndef __SANITIZE_ADDRESS__  // the sanitizers need descriptors of their own to check what is logged then
TEST_CASE("when descriptors run out, the server waits for some and goes on accepting") {
    ServerOptions options = any_port();
    options.idle_timeout = 100ms;
    const RunningServer server(options);
    CHECK(server.ask(get("/atom.xml")).status == 200);
    rlimit before{};
    REQUIRE(::getrlimit(RLIMIT_NOFILE, &before) == 0);
    const int next = ::dup(0);
    REQUIRE(::close(next) == 0);
    const rlimit one_more{.rlim_cur = static_cast<rlim_t>(next) + 1, .rlim_max = before.rlim_max};
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &one_more) == 0);
    RawClient client = server.connect();  // takes the last one
    client.send(get("/atom.xml"));
    const bool ignored = client.closed_within(200ms);
    REQUIRE(::setrlimit(RLIMIT_NOFILE, &before) == 0);
    CHECK_FALSE(ignored);
    CHECK(client.reply().value().status == 200);
    CHECK(server.ask(get("/atom.xml")).status == 200);
}
#endif
