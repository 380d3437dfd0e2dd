// Any bytes are a request or are refused, however they are cut into pieces; its target, conditions and dates can be
// read.
#include "http/conditional.hpp"
#include "http/head_scanner.hpp"
#include "http/request_parser.hpp"
#include "http/target.hpp"

#include "input.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace {

using tagwire::fuzz::expect;
using tagwire::http::HeadScanner;

// The head, if all of it is there. The scanner says the same of the bytes at once and one by one.
std::optional<std::string_view> scan(std::string_view bytes) {
    HeadScanner at_once{{}};
    HeadScanner piece_by_piece{{}};
    const auto progress = at_once.scan(bytes);
    auto last = HeadScanner::Progress::incomplete;
    for (std::size_t size = 0; size <= bytes.size() && last == HeadScanner::Progress::incomplete; ++size) {
        last = piece_by_piece.scan(bytes.substr(0, size));
    }
    expect(progress == last);
    if (progress != HeadScanner::Progress::complete) return std::nullopt;
    expect(at_once.begin() == piece_by_piece.begin() && at_once.end() == piece_by_piece.end());
    return bytes.substr(0, at_once.end()).substr(at_once.begin());
}

void answer(const tagwire::http::RequestHead& head) {
    const auto path = tagwire::http::decode_target(head.target);
    if (path) expect(path->starts_with('/') && path->find("/../") == std::string::npos);
    const auto coding = tagwire::http::choose_coding(head.accept_encoding);
    const tagwire::Instant now{std::chrono::seconds(1'700'000'000)};
    (void)evaluate(head.conditions, {"0123456789abcdef", coding, now}, now);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = tagwire::fuzz::text(data, size);
    const auto head = scan(bytes);
    if (!head) return 0;
    tagwire::http::RequestParser parser{{}};
    if (parser.read_head(*head)) return 0;
    answer(parser.head());
    const auto head_end = static_cast<std::size_t>(head->data() + head->size() - bytes.data());
    if (!parser.complete()) (void)parser.drop_body(bytes.substr(head_end));
    return 0;
}
