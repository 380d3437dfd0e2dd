#include "http/session.hpp"

#include "http/responder.hpp"
#include "http/session_group.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <array>
#include <utility>

// Each result of co_await has a name here before it is looked at: of what is awaited within a condition, g++ 12
// destroys the awaitable twice where a branch returns.
namespace tagwire::http {
namespace {

constexpr std::size_t read_bytes = 2048;

std::string_view view(const boost::asio::const_buffer& buffer) {
    return {static_cast<const char*>(buffer.data()), buffer.size()};
}

// Moves `buffers` behind the octets that were sent of them.
void advance(std::array<boost::asio::const_buffer, 2>& buffers, std::size_t sent) {
    const std::size_t of_first = std::min(sent, buffers[0].size());
    buffers[0] += of_first;
    buffers[1] += sent - of_first;
}

HeadLimits head_limits(const ServerOptions& options) { return {options.target_bytes_max, options.header_bytes_max}; }

}  // namespace

Session::Session(Socket socket, SessionGroup& group)
    : group_(group),
      socket_(std::move(socket)),
      answered_(socket_.get_executor(), Timer::time_point::max()),
      scanner_(head_limits(group.options)) {
    group_.waiting.push_back(*this);
    allow(group_.options.header_timeout);
}

Task<void> Session::run() {
    ErrorCode error;
    socket_.non_blocking(true, error);
    inbox_ = std::make_shared<Inbox>([this, executor = socket_.get_executor()] {
        boost::asio::post(executor, [self = shared_from_this()] { self->answered_.cancel(); });
    });
    bool open = !error;
    while (open) open = co_await exchange();
}

void Session::close() {
    if (inbox_) inbox_->close();
    unlink();
    ErrorCode ignored;
    socket_.close(ignored);
}

Task<bool> Session::exchange() {
    Response response;
    const bool received = co_await receive_request();
    if (received) {
        response = co_await answer();
    } else if (refusal_) {
        const Method method = parser_ ? parser_->head().method : Method::unknown;
        response = refuse(*refusal_, method, circumstances());
    } else {
        co_return false;
    }
    const bool sent = co_await send(response.head, response.body);
    served_ = true;
    if (!sent || persistence_ != Persistence::close) co_return sent;
    // RFC 9112 §9.6: to close while the client still sends would reset the connection, and may lose it the response.
    const bool client_sends_no_more = !refusal_ && !parser_->keep_alive() && buffer_.size() == request_bytes_;
    if (!client_sends_no_more) co_await linger();
    co_return false;
}

Task<bool> Session::receive_request() {
    const bool head_received = co_await receive_head();
    if (!head_received) co_return false;
    group_.busy.splice(group_.busy.end(), group_.waiting, SessionList::s_iterator_to(*this));
    request_bytes_ = scanner_.end();
    parser_.emplace(RequestLimits{group_.options.header_fields_max, group_.options.body_bytes_max});
    refusal_ = parser_->read_head(received().substr(scanner_.begin(), scanner_.end() - scanner_.begin()));
    if (refusal_) co_return false;
    if (parser_->complete()) co_return true;
    const bool body_received = co_await receive_body();
    co_return body_received;
}

Task<bool> Session::receive_head() {
    wait_for_request();
    while (!ended_) {
        switch (scanner_.scan(received())) {
            case HeadScanner::Progress::complete: co_return true;
            case HeadScanner::Progress::refused: refusal_ = scanner_.refusal(); co_return false;
            case HeadScanner::Progress::incomplete: break;
        }
        const bool begun = buffer_.size() > 0;
        if (!begun && group_.draining) co_return false;
        const bool more = co_await receive();
        if (!more) {
            if (begun) refusal_ = interruption();
            co_return false;
        }
        if (!begun) allow(group_.options.header_timeout);
    }
    co_return false;
}

void Session::wait_for_request() {
    buffer_.consume(std::exchange(request_bytes_, 0));
    parser_.reset();
    scanner_ = HeadScanner(head_limits(group_.options));
    if (!served_) return;
    group_.waiting.splice(group_.waiting.end(), group_.busy, SessionList::s_iterator_to(*this));
    allow(buffer_.size() == 0 ? group_.options.idle_timeout : group_.options.header_timeout);
}

// The head's octets stay where they are, for the views into them; those of the body are dropped.
Task<bool> Session::receive_body() {
    head_buffer_ = std::exchange(buffer_, {});
    const std::string_view rest = view(head_buffer_.data()).substr(std::exchange(request_bytes_, 0));
    buffer_.commit(boost::asio::buffer_copy(buffer_.prepare(rest.size()), boost::asio::buffer(rest)));
    allow(group_.options.header_timeout);
    if (parser_->expects_continue() && rest.empty()) {
        const bool sent = co_await send("HTTP/1.1 100 Continue\r\n\r\n", {});
        if (!sent) co_return false;
    }
    while (true) {
        const auto dropped = parser_->drop_body(received());
        if (dropped.has_error()) {
            refusal_ = dropped.error();
            co_return false;
        }
        buffer_.consume(*dropped);
        if (parser_->complete()) co_return true;
        const bool more = co_await receive();
        if (!more) {
            refusal_ = interruption();
            co_return false;
        }
    }
}

Task<bool> Session::receive() {
    const boost::asio::mutable_buffer space = buffer_.prepare(read_bytes);
    const auto [error, count] = co_await socket_.async_read_some(space, as_task);
    buffer_.commit(count);
    co_return !error;
}

Refusal Session::interruption() const {
    if (overdue_) return {Status::request_timeout, "The request did not arrive in time.\n"};
    return {Status::bad_request, "The request ended early.\n"};
}

std::string_view Session::received() const { return view(buffer_.cdata()); }

Task<Response> Session::answer() {
    const RequestHead& request = parser_->head();
    Route way = route(request, circumstances());
    if (auto* response = std::get_if<Response>(&way)) co_return std::move(*response);
    const std::optional<shelf::Answer> answer = co_await ask(std::get<std::string>(way));
    if (answer) co_return respond(request, *answer, circumstances());
    refusal_ = {Status::service_unavailable, "The document could not be made in time.\n"};
    co_return refuse(*refusal_, request.method, circumstances());
}

Task<std::optional<shelf::Answer>> Session::ask(std::string_view path) {
    group_.ask(path, [inbox = inbox_](shelf::Answer answer) { inbox->put(std::move(answer)); });
    std::optional<shelf::Answer> answer = inbox_->take();
    if (answer) co_return answer;
    allow(group_.options.answer_timeout);
    while (!answer && !overdue_ && !ended_) {
        co_await answered_.async_wait(as_task);
        answer = inbox_->take();
    }
    co_return answer;
}

Circumstances Session::circumstances() {
    if (refusal_ || group_.draining || !parser_->keep_alive()) {
        persistence_ = Persistence::close;
    } else {
        persistence_ = parser_->is_http_1_0() ? Persistence::keep_alive : Persistence::implied;
    }
    const Instant now = group_.clock();
    return {.now = now, .date = group_.date.at(now), .max_age = group_.options.max_age, .persistence = persistence_};
}

Task<bool> Session::send(std::string_view head, std::string_view body) {
    std::array<boost::asio::const_buffer, 2> rest{boost::asio::buffer(head), boost::asio::buffer(body)};
    ErrorCode failure;
    advance(rest, socket_.write_some(rest, failure));  // does not block, and mostly takes all
    if (failure && failure != boost::asio::error::would_block) co_return false;
    while (boost::asio::buffer_size(rest) > 0) {
        allow(group_.options.write_timeout);
        const auto [error, count] = co_await socket_.async_write_some(rest, as_task);
        // What is queued for a client that takes nothing is not worth keeping: the connection is reset.
        if (error && overdue_) socket_.set_option(Socket::linger(true, 0), failure);
        if (error) co_return false;
        advance(rest, count);
    }
    co_return true;
}

Task<void> Session::linger() {
    ErrorCode error;
    socket_.shutdown(Socket::shutdown_send, error);
    allow(group_.options.linger_timeout);
    bool open = !error;
    while (open && !overdue_) {
        buffer_.clear();
        open = co_await receive();
    }
}

void Session::allow(std::chrono::milliseconds time) {
    deadline_ = SteadyClock::now() + time;
    overdue_ = false;
}

void Session::end_if_overdue(SteadyClock::time_point now) {
    if (now < deadline_) return;
    overdue_ = true;
    interrupt();
}

void Session::end_if_idle() {
    if (buffer_.size() == request_bytes_) interrupt();
}

void Session::end() {
    ended_ = true;
    ErrorCode ignored;
    socket_.close(ignored);
    answered_.cancel();
}

void Session::interrupt() {
    ErrorCode ignored;
    socket_.cancel(ignored);
    answered_.cancel();
}

}  // namespace tagwire::http
