#include "http/response.hpp"

#include "http/field_value.hpp"

#include <boost/beast/http/status.hpp>

#include <utility>

namespace tagwire::http {
namespace {

constexpr std::size_t usual_head_bytes = 640;

}  // namespace

HeadBuilder::HeadBuilder(Status status, const Circumstances& circumstances) {
    const auto code = static_cast<unsigned>(status);
    const std::string_view reason = boost::beast::http::obsolete_reason(static_cast<boost::beast::http::status>(code));
    head_.reserve(usual_head_bytes);
    head_ += "HTTP/1.1 ";
    head_ += std::to_string(code);
    head_ += ' ';
    head_ += reason;
    head_ += "\r\n";
    append_line("Date", circumstances.date);
    if (circumstances.persistence == Persistence::close) append_line("Connection", "close");
    if (circumstances.persistence == Persistence::keep_alive) append_line("Connection", "keep-alive");
    append_line("X-Content-Type-Options", "nosniff");
}

HeadBuilder& HeadBuilder::add(std::string_view name, std::string_view value) {
    if (is_field_value(value)) append_line(name, value);
    return *this;
}

std::string HeadBuilder::finish() {
    head_ += "\r\n";
    return std::move(head_);
}

void HeadBuilder::append_line(std::string_view name, std::string_view value) {
    head_ += name;
    head_ += ": ";
    head_ += value;
    head_ += "\r\n";
}

}  // namespace tagwire::http
