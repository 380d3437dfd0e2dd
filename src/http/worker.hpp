// One HTTP thread: accepts connections and serves them to their end.
#pragma once

#include "http/server.hpp"
#include "http/session_group.hpp"
#include "http/task.hpp"

#include <atomic>
#include <chrono>
#include <cstddef>
#include <exception>
#include <thread>

namespace tagwire::http {

// What all threads of a server share; outlives them.
struct Shared {
    ServerOptions options;
    Ask ask;
    WallClock clock;
    std::atomic<std::size_t> connections = 0;
};

class Worker {
  public:
    // Accepts from a duplicate of `listening`, so that threads share one queue of connections.
    Worker(Acceptor& listening, Shared& shared);
    ~Worker();  // ends all connections
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start();
    // From any thread, several times: accepts no more, and ends what is not done after `patience`.
    void drain(std::chrono::milliseconds patience);
    void join();

  private:
    void run();
    [[nodiscard]] Task<void> accept();
    void welcome(Socket socket);
    void on_end(Session& session, const std::exception_ptr& failure);
    void keep_deadlines();
    void finish_if_drained();

    Shared& shared_;
    boost::asio::io_context context_{1};  // used by one thread
    SessionGroup group_;
    Acceptor acceptor_;
    Timer accept_again_;
    Timer next_deadlines_;
    Timer patience_;
    bool keeps_deadlines_ = false;
    std::thread thread_;
};

}  // namespace tagwire::http
