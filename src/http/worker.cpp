#include "http/worker.hpp"

#include <spdlog/spdlog.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/post.hpp>

#include <fcntl.h>
#include <algorithm>
#include <exception>
#include <utility>

namespace tagwire::http {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds accept_pause = 50ms;

// A deadline is noticed late by a quarter of the shortest of them at most.
std::chrono::milliseconds deadline_interval(const ServerOptions& options) {
    const auto shortest = std::min({options.header_timeout, options.idle_timeout, options.answer_timeout,
                                    options.write_timeout, options.linger_timeout});
    return std::clamp<std::chrono::milliseconds>(shortest / 4, 1ms, 500ms);
}

std::string describe(const std::exception_ptr& failure) {
    try {
        std::rethrow_exception(failure);
    } catch (const std::exception& exception) {
        return exception.what();
    } catch (...) {
        return "unknown exception";
    }
}

}  // namespace

Worker::Worker(Acceptor& listening, Shared& shared)
    : shared_(shared),
      group_{
          .options = shared.options, .ask = shared.ask, .clock = shared.clock, .date = {}, .waiting = {}, .busy = {}},
      acceptor_(context_),
      accept_again_(context_),
      next_deadlines_(context_),
      patience_(context_) {
    const int duplicate = ::fcntl(listening.native_handle(), F_DUPFD_CLOEXEC, 0);
    acceptor_.assign(listening.local_endpoint().protocol(), duplicate);
}

Worker::~Worker() {
    drain(0ms);
    join();
}

void Worker::start() {
    boost::asio::co_spawn(context_, accept(), [](const std::exception_ptr& failure) {
        if (failure) spdlog::critical("http: accepting ended: {}", describe(failure));
    });
    thread_ = std::thread([this] { run(); });
}

void Worker::run() {
    while (!context_.stopped()) {
        try {
            context_.run();
        } catch (const std::exception& exception) {
            spdlog::error("http: {}", exception.what());
        }
    }
}

void Worker::join() {
    if (thread_.joinable()) thread_.join();
}

Task<void> Worker::accept() {
    bool failing = false;
    while (acceptor_.is_open()) {
        auto [error, socket] = co_await acceptor_.async_accept(as_task);
        if (!error) {
            failing = false;
            welcome(std::move(socket));
        } else if (acceptor_.is_open()) {
            if (!failing) spdlog::warn("http: cannot accept connections: {}; trying again", error.message());
            failing = true;
            const bool has_room = error == boost::asio::error::no_descriptors && group_.end_longest_waiting();
            if (has_room) continue;
            accept_again_.expires_after(accept_pause);
            co_await accept_again_.async_wait(as_task);
        }
    }
}

void Worker::welcome(Socket socket) {
    const bool full = shared_.connections.fetch_add(1) >= shared_.options.connections_max;
    if (full && !group_.end_longest_waiting()) {
        --shared_.connections;
        return;
    }
    auto session = std::make_shared<Session>(std::move(socket), group_);
    keep_deadlines();
    boost::asio::co_spawn(context_, session->run(),
                          [this, session](const std::exception_ptr& failure) { on_end(*session, failure); });
}

void Worker::on_end(Session& session, const std::exception_ptr& failure) {
    if (failure) spdlog::error("http: a connection ended: {}", describe(failure));
    session.close();
    --shared_.connections;
    finish_if_drained();
}

// One timer looks after the deadlines of all sessions, and rests while there are none.
void Worker::keep_deadlines() {
    if (std::exchange(keeps_deadlines_, true)) return;
    next_deadlines_.expires_after(deadline_interval(shared_.options));
    next_deadlines_.async_wait([this](const ErrorCode& error) {
        keeps_deadlines_ = false;
        if (error) return;
        group_.end_overdue();
        if (!group_.empty()) keep_deadlines();
    });
}

void Worker::drain(std::chrono::milliseconds patience) {
    boost::asio::post(context_, [this, patience] {
        ErrorCode ignored;
        acceptor_.close(ignored);
        accept_again_.cancel();
        group_.drain();
        patience_.expires_after(patience);
        patience_.async_wait([this](const ErrorCode& error) {
            if (!error) group_.end_all();
        });
        finish_if_drained();
    });
}

// The context runs out of work then, and the thread ends.
void Worker::finish_if_drained() {
    if (!group_.draining || !group_.empty()) return;
    next_deadlines_.cancel();
    patience_.cancel();
}

}  // namespace tagwire::http
