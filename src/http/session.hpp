// One connection: its requests are read and answered one after the other, each under a deadline.
#pragma once

#include "http/head_scanner.hpp"
#include "http/inbox.hpp"
#include "http/request_parser.hpp"
#include "http/response.hpp"
#include "http/task.hpp"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/intrusive/list.hpp>

#include <memory>
#include <optional>
#include <string_view>

namespace tagwire::http {

struct SessionGroup;

using SessionHook = boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>>;

// Belongs to the thread of its group, which outlives it.
class Session : public std::enable_shared_from_this<Session>, public SessionHook {
  public:
    Session(Socket socket, SessionGroup& group);

    // Serves the connection to its end. The session must live until this completes, and then be closed, which takes it
    // out of its group.
    [[nodiscard]] Task<void> run();
    void close();

    void end_if_overdue(SteadyClock::time_point now);
    void end_if_idle();  // unless a request has begun to arrive
    void end();          // whatever is under way

  private:
    // Each of these is false if there is nothing to answer. refusal_ says whether there is an error to be told of.
    [[nodiscard]] Task<bool> receive_request();
    [[nodiscard]] Task<bool> receive_head();
    [[nodiscard]] Task<bool> receive_body();
    [[nodiscard]] Task<bool> receive();  // some octets

    [[nodiscard]] Task<bool> exchange();  // one request and its response; whether there may be another
    [[nodiscard]] Task<Response> answer();
    [[nodiscard]] Task<std::optional<shelf::Answer>> ask(std::string_view path);
    [[nodiscard]] Task<bool> send(std::string_view head, std::string_view body);
    [[nodiscard]] Task<void> linger();

    void wait_for_request();
    void allow(std::chrono::milliseconds time);  // until the deadline
    void interrupt();                            // what is being waited for
    [[nodiscard]] Refusal interruption() const;  // why a request did not arrive as a whole
    [[nodiscard]] Circumstances circumstances();
    [[nodiscard]] std::string_view received() const;

    SessionGroup& group_;
    Socket socket_;
    Timer answered_;  // never expires: it is cancelled when there is an answer
    std::shared_ptr<Inbox> inbox_;
    boost::beast::flat_buffer buffer_;       // from the current request on …
    boost::beast::flat_buffer head_buffer_;  // … but for the head of one that has a body
    std::size_t request_bytes_ = 0;          // of the current request in buffer_
    HeadScanner scanner_;
    std::optional<RequestParser> parser_;
    std::optional<Refusal> refusal_;                  // why the current request is turned away; the connection's last
    Persistence persistence_ = Persistence::implied;  // as the last response said
    SteadyClock::time_point deadline_;
    bool overdue_ = false;
    bool ended_ = false;
    bool served_ = false;  // a request, at least
};

}  // namespace tagwire::http
