#include "http/request_parser.hpp"

#include "base/text.hpp"
#include "http/field_value.hpp"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/error.hpp>
#include <boost/url/parse.hpp>

#include <algorithm>
#include <limits>

namespace tagwire::http {
namespace {

namespace beast = boost::beast::http;

constexpr std::string_view malformed = "The request is malformed.\n";

Method method_of(beast::verb verb) {
    switch (verb) {
        case beast::verb::get: return Method::get;
        case beast::verb::head: return Method::head;
        case beast::verb::options: return Method::options;
        case beast::verb::unknown: return Method::unknown;
        default: return Method::other;
    }
}

Refusal refusal_for(const boost::beast::error_code& error) {
    if (error == beast::error::body_limit) return {Status::content_too_large, "The request's body is too large.\n"};
    return {Status::bad_request, malformed};
}

bool is_digit(char octet) { return octet >= '0' && octet <= '9'; }

// "GET / HTTP/2.0": a version that there may be, but that is not ours.
bool has_other_version(std::string_view head) {
    std::string_view line = take_until(head, '\r');
    (void)take_until(line, ' ');
    (void)take_until(line, ' ');
    return line.size() == 8 && line.starts_with("HTTP/") && is_digit(line[5]) && line[6] == '.' && is_digit(line[7]);
}

// RFC 9110 §7.2: uri-host [ ":" port ]; an http URI's host is not empty (§4.2.1).
bool is_host(std::string_view text) {
    const auto authority = boost::urls::parse_authority(text);
    return authority && !authority->has_userinfo() && !authority->encoded_host().empty();
}

}  // namespace

RequestParser::RequestParser(const RequestLimits& limits) : limits_(limits) {
    eager(true);
    header_limit(std::numeric_limits<std::uint32_t>::max());  // HeadScanner's business
    body_limit(limits.body_bytes_max);
}

std::optional<Refusal> RequestParser::read_head(std::string_view bytes) {
    ErrorCode error;
    const std::size_t used = put(boost::asio::buffer(bytes), error);
    if (refusal_) return refusal_;
    if (error == beast::error::bad_version && has_other_version(bytes)) {
        return Refusal{Status::version_not_supported, "This server speaks HTTP/1.1 and HTTP/1.0.\n"};
    }
    if (error) return refusal_for(error);
    if (used != bytes.size() || !is_header_done()) return Refusal{Status::bad_request, malformed};
    return std::nullopt;
}

boost::system::result<std::size_t, Refusal> RequestParser::drop_body(std::string_view bytes) {
    // Beast asserts that it sees the last chunk ("0", twice CR LF) in pieces of at least that size.
    constexpr std::size_t last_chunk_bytes = 5;
    if (has_transfer_encoding_ && bytes.size() < last_chunk_bytes) return 0;
    ErrorCode error;
    const std::size_t used = put(boost::asio::buffer(bytes), error);
    body_bytes_ += used;
    const std::size_t held_back = error == beast::error::need_more ? bytes.size() - used : 0;
    if (body_bytes_ + held_back > limits_.body_bytes_max) return refusal_for(beast::error::body_limit);
    if (refusal_) return *refusal_;
    if (error && error != beast::error::need_more) return refusal_for(error);
    return used;
}

void RequestParser::on_request_impl(beast::verb verb, View, View target, int version, ErrorCode&) {
    head_.method = method_of(verb);
    head_.target = target;
    version_ = version;
}

void RequestParser::on_field_impl(beast::field field, View, View value, ErrorCode& error) {
    // RFC 9110 §6.5.1: nothing here may be said in a trailer.
    if (++fields_ > limits_.fields_max) {
        refuse(Status::header_fields_too_large, "The request has too many header fields.\n");
    } else if (!in_trailers_) {
        take_field(field, value);
    }
    if (refusal_) error = beast::error::bad_field;
}

void RequestParser::take_field(beast::field field, std::string_view value) {
    switch (field) {
        case beast::field::host: return take_host(value);
        case beast::field::content_length: return take_content_length(value);
        case beast::field::transfer_encoding: return take_transfer_encoding(value);
        case beast::field::accept_encoding: return take_list(accept_encoding_, value);
        case beast::field::if_match: return take_list(head_.conditions.if_match, value);
        case beast::field::if_none_match: return take_list(head_.conditions.if_none_match, value);
        case beast::field::if_modified_since: return take_list(head_.conditions.if_modified_since, value);
        case beast::field::if_unmodified_since: return take_list(head_.conditions.if_unmodified_since, value);
        case beast::field::expect:
            expects_continue_ = version_ == 11 && equals_ignoring_ascii_case(value, "100-continue");
            return;
        default: return;
    }
}

// RFC 9112 §3.2: more than one Host, or one that is not valid.
void RequestParser::take_host(std::string_view value) {
    if (host_ || !is_host(value)) return refuse(Status::bad_request, "The request's Host is not valid.\n");
    host_ = value;
}

// RFC 9112 §6.3: one line of digits; lists of equal values, which the RFC would allow, are turned away as well.
void RequestParser::take_content_length(std::string_view value) {
    if (has_content_length_ || value.empty() || value.find_first_not_of("0123456789") != std::string_view::npos) {
        refuse(Status::bad_request, "The request's Content-Length is not valid.\n");
    }
    has_content_length_ = true;
}

// RFC 9112 §6.1: only "chunked" is known here, and HTTP/1.0 has no transfer codings.
void RequestParser::take_transfer_encoding(std::string_view value) {
    if (has_transfer_encoding_ || version_ == 10 || !equals_ignoring_ascii_case(value, "chunked")) {
        refuse(Status::bad_request, "The request's Transfer-Encoding is not valid.\n");
    }
    has_transfer_encoding_ = true;
}

// RFC 9110 §5.3: several lines of a field mean their values, joined by commas.
void RequestParser::take_list(std::optional<std::string_view>& lines, std::string_view value) {
    if (!lines) {
        lines = value;
        return;
    }
    joined_lines_.push_back(std::string(*lines).append(", ").append(value));
    lines = joined_lines_.back();
}

void RequestParser::on_header_impl(ErrorCode& error) {
    in_trailers_ = true;
    head_.accept_encoding = accept_encoding_.value_or(std::string_view());
    // RFC 9112 §6.3: both at once is how requests are smuggled.
    if (has_content_length_ && has_transfer_encoding_) refuse(Status::bad_request, malformed);
    if (version_ == 11 && !host_) refuse(Status::bad_request, "The request has no Host.\n");
    if (refusal_) error = beast::error::bad_field;
}

// Beast lets anything stand between quotes.
void RequestParser::on_chunk_header_impl(std::uint64_t, View extensions, ErrorCode& error) {
    const bool controls = std::any_of(extensions.begin(), extensions.end(), [](char octet) {
        return static_cast<unsigned char>(octet) < 0x20 && octet != '\t';
    });
    if (controls) error = beast::error::bad_chunk_extension;
}

void RequestParser::refuse(Status status, std::string_view reason) { refusal_ = {status, reason}; }

}  // namespace tagwire::http
