#include "http/server.hpp"

#include "http/listener.hpp"
#include "http/worker.hpp"

#include <utility>
#include <vector>

namespace tagwire::http {

class Server::Impl {
  public:
    Impl(const ServerOptions& options, Ask ask, WallClock clock)
        : shared_{.options = options, .ask = std::move(ask), .clock = std::move(clock)},
          acceptor_(context_) {}

    Result<std::string> bind() {
        Result<Acceptor> acceptor = listen_on(context_, shared_.options.host, shared_.options.port);
        if (!acceptor) return acceptor.error();
        acceptor_ = std::move(*acceptor);
        address_ = to_string(acceptor_.local_endpoint());
        return address_;
    }

    const std::string& address() const { return address_; }

    void start() {
        for (std::size_t count = 0; count < shared_.options.threads; ++count) {
            workers_.push_back(std::make_unique<Worker>(acceptor_, shared_));
            workers_.back()->start();
        }
    }

    void stop() {
        ErrorCode ignored;
        acceptor_.close(ignored);
        for (const auto& worker : workers_) worker->drain(shared_.options.drain_timeout);
        for (const auto& worker : workers_) worker->join();
    }

  private:
    Shared shared_;
    boost::asio::io_context context_;  // never run: the workers have their own
    Acceptor acceptor_;
    std::string address_;
    std::vector<std::unique_ptr<Worker>> workers_;
};

Result<std::unique_ptr<Server>> Server::listen(const ServerOptions& options, Ask ask, WallClock clock) {
    auto impl = std::make_unique<Impl>(options, std::move(ask), std::move(clock));
    if (const auto bound = impl->bind(); !bound) return bound.error();
    return std::unique_ptr<Server>(new Server(std::move(impl)));
}

Server::Server(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Server::~Server() = default;

std::string Server::address() const { return impl_->address(); }
void Server::start() { impl_->start(); }
void Server::stop() { impl_->stop(); }

}  // namespace tagwire::http
