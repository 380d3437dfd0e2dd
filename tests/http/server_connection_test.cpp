#include "running_server.hpp"

#include <catch2/catch.hpp>

#include <thread>

using namespace tagwire;
using namespace tagwire::http;
using namespace tagwire::http::testing;
using namespace std::chrono_literals;

TEST_CASE("a connection serves one request after the other") {
    const RunningServer server;
    RawClient client = server.connect();
    for (int i = 0; i < 3; ++i) {
        const Reply reply = client.ask(get("/atom.xml"));
        CHECK(reply.status == 200);
        CHECK(reply.body == "<feed/>");
        CHECK(reply.field("connection").empty());
    }
}

TEST_CASE("HEAD over a connection has GET's fields, and the next response follows at once") {
    const RunningServer server;
    RawClient client = server.connect();
    const Reply got = client.ask(get("/atom.xml"));
    const Reply head = client.ask("HEAD /atom.xml HTTP/1.1\r\nHost: a\r\n\r\n", RawClient::Body::none);
    CHECK(head.status == 200);
    CHECK(head.fields == got.fields);
    CHECK(client.ask(get("/atom.xml", "Accept-Encoding: gzip\r\n")).body == "gzip of <feed/>");
}

TEST_CASE("a hundred requests sent at once are answered in their order") {
    RunningServer server;
    std::string requests;
    for (int i = 0; i < 100; ++i) {
        const std::string path = '/' + std::to_string(i);
        server.documents.put(path, document("document " + std::to_string(i)));
        requests += get(path);
    }
    RawClient client = server.connect();
    client.send(requests);
    for (int i = 0; i < 100; ++i) REQUIRE(client.reply().value().body == "document " + std::to_string(i));
}

TEST_CASE("requests are understood when they come byte by byte") {
    const RunningServer server;
    RawClient client = server.connect();
    const std::string requests =
        "\r\n" + get("/atom.xml") +
        "GET /atom.xml HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n";
    for (const char octet : requests) {
        client.send(std::string_view(&octet, 1));
        std::this_thread::sleep_for(200us);
    }
    CHECK(client.reply().value().status == 200);
    CHECK(client.reply().value().status == 200);
}

TEST_CASE("a client that has closed its side gets all its answers") {
    const RunningServer server;
    RawClient client = server.connect();
    client.send(get("/atom.xml") + get("/nowhere") + get("/atom.xml"));
    client.finish_sending();
    CHECK(client.reply().value().status == 200);
    CHECK(client.reply().value().status == 404);
    CHECK(client.reply().value().status == 200);
    CHECK_FALSE(client.reply());
}

TEST_CASE("a request that ends early is refused") {
    const RunningServer server;
    const auto part = GENERATE(as<std::string>(), "GET /atom.xml HT", "GET /atom.xml HTTP/1.1\r\nHost: a\r\n",
                               "GET /atom.xml HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell");
    RawClient client = server.connect();
    client.send(part);
    client.finish_sending();
    CHECK(client.reply().value().status == 400);
    CHECK_FALSE(client.reply());
}

TEST_CASE("the server closes when the client wants that, and says so") {
    const RunningServer server;
    RawClient client = server.connect();
    const Reply reply = client.ask(get("/atom.xml", "Connection: close\r\n"));
    CHECK(reply.field("connection") == "close");
    CHECK(reply.body == "<feed/>");
    CHECK_FALSE(client.reply());
}

TEST_CASE("an HTTP/1.0 connection is closed, unless the client asks to keep it") {
    const RunningServer server;
    RawClient closing = server.connect();
    CHECK(closing.ask("GET /atom.xml HTTP/1.0\r\n\r\n").field("connection") == "close");
    CHECK_FALSE(closing.reply());
    RawClient keeping = server.connect();
    for (int i = 0; i < 2; ++i) {
        CHECK(keeping.ask("GET /atom.xml HTTP/1.0\r\nConnection: keep-alive\r\n\r\n").field("connection") ==
              "keep-alive");
    }
}

TEST_CASE("a document that is larger than the sockets' buffers arrives whole") {
    RunningServer server;
    std::string text;
    while (text.size() < 20'000'000) text += "一篇文章 " + std::to_string(text.size()) + '\n';
    server.documents.put("/large", document(text));
    RawClient client = server.connect();
    const Reply reply = client.ask(get("/large"));
    CHECK(reply.body.size() == text.size());
    CHECK(reply.field("etag") == '"' + hex(hash64(reply.body)) + '"');
}

TEST_CASE("an answer may come later, from another thread") {
    std::thread answering;
    const Ask ask = [&answering](std::string_view, std::function<void(shelf::Answer)> answer) {
        answering = std::thread([answer = std::move(answer)] {
            std::this_thread::sleep_for(20ms);
            answer(document("late"));
        });
    };
    const RunningServer server(any_port(), ask);
    CHECK(server.ask(get("/")).body == "late");
    answering.join();
}

TEST_CASE("an answer that comes when the client, or the server, has gone harms nobody") {
    std::mutex mutex;
    std::vector<std::function<void(shelf::Answer)>> questions;
    const Ask ask = [&](std::string_view, std::function<void(shelf::Answer)> answer) {
        const std::lock_guard lock(mutex);
        questions.push_back(std::move(answer));
    };
    const auto asked = [&] {
        const std::lock_guard lock(mutex);
        return questions.size();
    };
    {
        const RunningServer server(any_port(), ask);
        {
            RawClient client = server.connect();
            client.send(get("/"));
            while (asked() < 1) std::this_thread::sleep_for(1ms);
        }
        questions[0](document("nobody is there"));
        RawClient client = server.connect();
        client.send(get("/"));
        while (asked() < 2) std::this_thread::sleep_for(1ms);
    }
    questions[1](document("nobody is there"));
}
