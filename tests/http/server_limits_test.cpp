// Deadlines, the limit of connections, and stopping.
#include "running_server.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <list>
#include <thread>

using namespace tagwire;
using namespace tagwire::http;
using namespace tagwire::http::testing;
using namespace std::chrono_literals;

namespace {

ServerOptions with(const std::function<void(ServerOptions&)>& change) {
    ServerOptions options = any_port();
    change(options);
    return options;
}

// Keeps questions, and answers them when it is told to.
class SlowDocuments {
  public:
    Ask ask() {
        return [this](std::string_view, std::function<void(shelf::Answer)> answer) {
            const std::lock_guard lock(mutex_);
            questions_.push_back(std::move(answer));
            ++asked;
        };
    }

    void answer_all(const shelf::Answer& answer) {
        const std::lock_guard lock(mutex_);
        for (const auto& question : questions_) question(answer);
        questions_.clear();
    }

    std::atomic<int> asked = 0;

  private:
    std::mutex mutex_;
    std::vector<std::function<void(shelf::Answer)>> questions_;
};

void wait_until(const std::function<bool()>& condition) {
    for (int i = 0; i < 10'000 && !condition(); ++i) std::this_thread::sleep_for(1ms);
    REQUIRE(condition());
}

}  // namespace

TEST_CASE("a head that comes too slowly gets 408, though its client goes on sending") {
    const RunningServer server(with([](ServerOptions& options) { options.header_timeout = 100ms; }));
    RawClient client = server.connect();
    client.send("GET / HTTP/1.1\r\nX: ");
    std::thread dripping([&client] {
        for (int i = 0; i < 30; ++i) {
            client.send("y");
            std::this_thread::sleep_for(10ms);
        }
    });
    const auto reply = client.reply();
    CHECK(reply.value().status == 408);
    dripping.join();
}

TEST_CASE("a body that comes too slowly gets 408") {
    const RunningServer server(with([](ServerOptions& options) { options.header_timeout = 50ms; }));
    CHECK(server.ask("GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhell").status == 408);
}

TEST_CASE("a connection without requests is closed without a word") {
    const RunningServer server(with([](ServerOptions& options) {
        options.idle_timeout = 50ms;
        options.header_timeout = 50ms;
    }));
    RawClient silent = server.connect();
    CHECK(silent.closed_within(2s));
    RawClient served = server.connect();
    CHECK(served.ask(get("/atom.xml")).status == 200);
    CHECK(served.closed_within(2s));
}

TEST_CASE("a client that does not read its answer is dropped") {
    RunningServer server(with([](ServerOptions& options) { options.write_timeout = 50ms; }));
    server.documents.put("/large", document(std::string(20 << 20, 'x')));
    RawClient client = server.connect();
    client.send(get("/large"));
    CHECK(client.reset_within(10s));
}

TEST_CASE("a document that is not made in time gives 503") {
    SlowDocuments documents;
    const RunningServer server(with([](ServerOptions& options) { options.answer_timeout = 50ms; }), documents.ask());
    RawClient client = server.connect();
    const Reply reply = client.ask(get("/"));
    CHECK(reply.status == 503);
    CHECK(reply.field("retry-after") == "5");
    CHECK(reply.field("connection") == "close");
    documents.answer_all(document("too late"));
}

TEST_CASE("beyond the limit of connections, the one that waited longest goes") {
    const RunningServer server(with([](ServerOptions& options) { options.connections_max = 3; }));
    std::list<RawClient> clients;
    for (int i = 0; i < 3; ++i) {
        clients.emplace_back(server.address());
        CHECK(clients.back().ask(get("/atom.xml")).status == 200);
    }
    CHECK(clients.front().ask(get("/atom.xml")).status == 200);  // now the second waited longest
    RawClient newcomer = server.connect();
    CHECK(newcomer.ask(get("/atom.xml")).status == 200);
    CHECK(std::next(clients.begin())->closed_within(2s));
    CHECK(clients.front().ask(get("/atom.xml")).status == 200);
    CHECK(clients.back().ask(get("/atom.xml")).status == 200);
    CHECK(newcomer.ask(get("/atom.xml")).status == 200);
}

TEST_CASE("where all connections are at work, a newcomer is turned away and the others are served") {
    SlowDocuments documents;
    const RunningServer server(with([](ServerOptions& options) { options.connections_max = 1; }), documents.ask());
    RawClient at_work = server.connect();
    at_work.send(get("/"));
    wait_until([&] { return documents.asked == 1; });
    RawClient newcomer = server.connect();
    CHECK(newcomer.closed_within(2s));
    documents.answer_all(document("done"));
    CHECK(at_work.reply().value().body == "done");
}

TEST_CASE("stopping closes idle connections at once, and lets answers under way end") {
    SlowDocuments documents;
    RunningServer server(any_port(), documents.ask());
    RawClient idle = server.connect();
    RawClient asking = server.connect();
    asking.send(get("/"));
    wait_until([&] { return documents.asked == 1; });
    std::thread stopping([&server] { server.stop(); });
    CHECK(idle.closed_within(2s));
    documents.answer_all(document("the last one"));
    const auto reply = asking.reply();
    CHECK(reply.value().body == "the last one");
    CHECK(reply.value().field("connection") == "close");
    asking.finish_sending();
    CHECK_FALSE(asking.reply());
    stopping.join();
    CHECK_THROWS(server.connect());
}

TEST_CASE("stopping does not wait longer than it was told to") {
    SlowDocuments documents;
    RunningServer server(with([](ServerOptions& options) { options.drain_timeout = 50ms; }), documents.ask());
    RawClient asking = server.connect();
    asking.send(get("/"));
    wait_until([&] { return documents.asked == 1; });
    server.stop();  // the answer never comes
    CHECK_THROWS(server.connect());
    server.stop();
}

TEST_CASE("an address that cannot be listened on is named, with what to do") {
    const auto listen = [](const std::string& host, std::uint16_t port) {
        ServerOptions options;
        options.host = host;
        options.port = port;
        return Server::listen(options, {}, {});
    };
    const RunningServer server;
    const auto port = static_cast<std::uint16_t>(std::stoi(server.address().substr(server.address().rfind(':') + 1)));
    CHECK(listen("127.0.0.1", port).error().message ==
          "cannot listen on " + server.address() + ": another program listens there; stop it, or choose another port");
    CHECK(listen("192.0.2.1", 0).error().message ==
          "cannot listen on 192.0.2.1:0: this machine does not have that address");
    CHECK(listen("no.such.host.invalid", 80).error().message ==
          "cannot listen on no.such.host.invalid:80: no such host or address is known");
    CHECK(listen("", 0).has_value());
    CHECK((*listen("localhost", 0))->address().starts_with("127.0.0.1:"));
}
