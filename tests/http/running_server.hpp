// A server on a free port, with documents, for as long as a test needs it.
#pragma once

#include "documents.hpp"
#include "raw_client.hpp"

#include "http/server.hpp"

namespace tagwire::http::testing {

inline ServerOptions any_port() {
    ServerOptions options;
    options.port = 0;
    return options;
}

class RunningServer {
  public:
    explicit RunningServer(const ServerOptions& options = any_port()) : RunningServer(options, Ask()) {}
    RunningServer(const ServerOptions& options, const Ask& ask)
        : server_(std::move(*Server::listen(options, ask ? ask : documents.ask(), [] { return now; }))) {
        documents.put("/atom.xml", document("<feed/>", "gzip of <feed/>"));
        server_->start();
    }

    [[nodiscard]] std::string address() const { return server_->address(); }
    [[nodiscard]] RawClient connect() const { return RawClient(address()); }
    [[nodiscard]] Reply ask(std::string_view octets, RawClient::Body body = RawClient::Body::expected) const {
        return RawClient(address()).ask(octets, body);
    }
    void stop() { server_->stop(); }

    Documents documents;

  private:
    std::unique_ptr<Server> server_;
};

}  // namespace tagwire::http::testing
