// Asio's types for one io_context a thread: with its executor by name, which is cheaper than a type-erased one.
#pragma once

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>

#include <chrono>

namespace tagwire::http {

using ErrorCode = boost::system::error_code;
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
using SteadyClock = std::chrono::steady_clock;
using Timer = boost::asio::basic_waitable_timer<SteadyClock, boost::asio::wait_traits<SteadyClock>, Executor>;

template <class Value>
using Task = boost::asio::awaitable<Value, Executor>;

// Operations give a tuple that begins with their error.
inline constexpr auto as_task = boost::asio::as_tuple(boost::asio::use_awaitable_t<Executor>());

}  // namespace tagwire::http
