// Parses one request with Beast, which is given heads that HeadScanner let pass, and adds the checks that Beast leaves
// out.
#pragma once

#include "http/request.hpp"
#include "http/status.hpp"

#include <boost/beast/http/basic_parser.hpp>
#include <boost/system/result.hpp>

#include <cstddef>
#include <cstdint>
#include <list>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::http {

struct RequestLimits {
    std::size_t fields_max = 100;
    std::size_t body_bytes_max = 64 << 10;  // as sent: with the framing of chunks and with trailers
};

class RequestParser final : private boost::beast::http::basic_parser<true> {
    using Base = boost::beast::http::basic_parser<true>;
    using ErrorCode = boost::beast::error_code;
    using View = boost::beast::string_view;

  public:
    explicit RequestParser(const RequestLimits& limits);

    // `bytes` is a whole head and must outlive the use of head(). Called once, before anything else.
    [[nodiscard]] std::optional<Refusal> read_head(std::string_view bytes);
    [[nodiscard]] const RequestHead& head() const { return head_; }

    // Drops what `bytes` has of the request's body and says how many octets that were; the rest must be given again,
    // with more behind it, or belongs to the next request once the request is complete.
    [[nodiscard]] boost::system::result<std::size_t, Refusal> drop_body(std::string_view bytes);

    [[nodiscard]] bool complete() const { return is_done(); }
    [[nodiscard]] bool expects_continue() const { return expects_continue_; }  // RFC 9110 §10.1.1
    [[nodiscard]] bool is_http_1_0() const { return version_ == 10; }
    [[nodiscard]] bool keep_alive() const { return Base::keep_alive(); }

  private:
    void on_request_impl(boost::beast::http::verb verb, View method, View target, int version,
                         ErrorCode& error) override;
    void on_field_impl(boost::beast::http::field field, View name, View value, ErrorCode& error) override;
    void on_header_impl(ErrorCode& error) override;
    void on_chunk_header_impl(std::uint64_t size, View extensions, ErrorCode& error) override;
    void on_response_impl(int, View, int, ErrorCode&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>&, ErrorCode&) override {}
    std::size_t on_body_impl(View body, ErrorCode&) override { return body.size(); }
    std::size_t on_chunk_body_impl(std::uint64_t, View body, ErrorCode&) override { return body.size(); }
    void on_finish_impl(ErrorCode&) override {}

    void take_field(boost::beast::http::field field, std::string_view value);
    void take_host(std::string_view value);
    void take_content_length(std::string_view value);
    void take_transfer_encoding(std::string_view value);
    void take_list(std::optional<std::string_view>& lines, std::string_view value);
    void refuse(Status status, std::string_view reason);

    RequestLimits limits_;
    RequestHead head_;
    std::optional<std::string_view> host_;
    std::optional<std::string_view> accept_encoding_;
    std::list<std::string> joined_lines_;  // what take_list() made
    std::optional<Refusal> refusal_;       // of our own checks
    std::size_t fields_ = 0;
    std::size_t body_bytes_ = 0;
    int version_ = 0;
    bool has_content_length_ = false;
    bool has_transfer_encoding_ = false;
    bool expects_continue_ = false;
    bool in_trailers_ = false;
};

}  // namespace tagwire::http
