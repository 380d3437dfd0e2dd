#include "http/head_scanner.hpp"

#include "http/field_value.hpp"

#include <algorithm>

namespace tagwire::http {
namespace {

constexpr std::size_t method_bytes_max = 32;   // the longest that is registered has 17
constexpr std::size_t version_bytes_max = 64;  // what follows the target: "HTTP/1.1", or garbage

// RFC 9110 §5.5, RFC 9112 §2.2: CR and NUL within a line, and other controls, are never let pass.
bool has_control(std::string_view line) {
    return std::any_of(line.begin(), line.end(), [](char octet) {
        const auto value = static_cast<unsigned char>(octet);
        return (value < 0x20 && value != '\t') || value == 0x7f;
    });
}

}  // namespace

HeadScanner::Progress HeadScanner::scan(std::string_view bytes) {
    while (true) {
        const std::size_t newline = bytes.find('\n', searched_);
        if (newline == std::string_view::npos) break;
        const Progress progress = take_line(bytes.substr(line_begin_, newline - line_begin_), newline + 1);
        if (progress != Progress::incomplete) return progress;
    }
    searched_ = bytes.size();
    std::string_view begun = bytes.substr(line_begin_);
    if (begun.ends_with('\r')) begun.remove_suffix(1);
    if (fields_begin_ == 0 && check_request_line(begun) == Progress::refused) return Progress::refused;
    return check_size(bytes.size());
}

HeadScanner::Progress HeadScanner::take_line(std::string_view line, std::size_t next) {
    if (!line.ends_with('\r')) return refuse(Status::bad_request, "A line of the request ends without CR LF.\n");
    line.remove_suffix(1);
    if (has_control(line)) return refuse(Status::bad_request, "The request's head contains a control character.\n");
    const bool in_fields = fields_begin_ != 0;
    line_begin_ = searched_ = next;
    if (!in_fields && line.empty()) {
        begin_ = next;
        return check_size(next);
    }
    if (!in_fields) {
        fields_begin_ = next;
        return check_request_line(line);
    }
    // RFC 9112 §5.2: a folded line; §2.2: a blank before the first field.
    if (line.starts_with(' ') || line.starts_with('\t')) {
        return refuse(Status::bad_request, "A field line begins with a blank.\n");
    }
    if (check_size(next) == Progress::refused) return Progress::refused;
    return line.empty() ? Progress::complete : Progress::incomplete;
}

// `line` may be only the beginning of the line.
HeadScanner::Progress HeadScanner::check_request_line(std::string_view line) {
    const std::string_view method = take_until(line, ' ');
    if (method.size() > method_bytes_max)
        return refuse(Status::not_implemented, "There is no method of that length.\n");
    const std::string_view target = take_until(line, ' ');
    if (target.size() > limits_.target_bytes_max) {
        return refuse(Status::uri_too_long, "The request's target is too long.\n");
    }
    if (line.size() > version_bytes_max) return refuse(Status::bad_request, "The request line is malformed.\n");
    return Progress::incomplete;
}

HeadScanner::Progress HeadScanner::check_size(std::size_t size) {
    const std::size_t empty_lines = begin_;
    const std::size_t counted = fields_begin_ == 0 ? empty_lines : size - fields_begin_;
    if (counted <= limits_.header_bytes_max) return Progress::incomplete;
    return refuse(Status::header_fields_too_large, "The request's header fields are too large.\n");
}

HeadScanner::Progress HeadScanner::refuse(Status status, std::string_view reason) {
    refusal_ = {status, reason};
    return Progress::refused;
}

}  // namespace tagwire::http
