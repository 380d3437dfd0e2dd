#include "http/conditional.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::http;
using namespace std::chrono;

namespace {

constexpr std::string_view current = R"("aaaaaaaaaaaaaaaa")";
constexpr std::string_view gzipped = R"("aaaaaaaaaaaaaaaa-gz1")";
constexpr std::string_view other = R"("bbbbbbbbbbbbbbbb")";
const Instant changed = sys_days(year(2026) / 11 / 1) + 8h;
constexpr std::string_view same_time = "Sun, 01 Nov 2026 08:00:00 GMT";
constexpr std::string_view second_later = "Sun, 01 Nov 2026 08:00:01 GMT";
constexpr std::string_view second_earlier = "Sun, 01 Nov 2026 07:59:59 GMT";
constexpr std::string_view future = "Fri, 01 Nov 2999 08:00:00 GMT";

using Field = std::optional<std::string_view>;
constexpr Field absent = std::nullopt;

Verdict verdict(const Conditions& conditions, Coding coding = Coding::identity) {
    return evaluate(conditions, {"aaaaaaaaaaaaaaaa", coding, changed}, changed + hours(1)).verdict;
}

}  // namespace

TEST_CASE("If-Modified-Since compares times") {
    const auto [value, expected] = GENERATE(table<std::string, Verdict>({
        {std::string(same_time), Verdict::not_modified},
        {std::string(second_later), Verdict::not_modified},
        {std::string(second_earlier), Verdict::proceed},
        {std::string(future), Verdict::not_modified},
        {"Sunday, 01-Nov-26 08:00:00 GMT", Verdict::not_modified},
        {"Sun Nov  1 08:00:00 2026", Verdict::not_modified},
        {"Sun Nov  1 07:59:59 2026", Verdict::proceed},
        {"garbage", Verdict::proceed},
        {"", Verdict::proceed},
        {std::string(same_time) + ", " + std::string(same_time), Verdict::proceed},
    }));
    CAPTURE(value);
    CHECK(
        verdict(
            {.if_match = absent, .if_none_match = absent, .if_modified_since = value, .if_unmodified_since = absent}) ==
        expected);
}

TEST_CASE("conditions are evaluated in the order of RFC 9110") {
    struct Case {
        Field if_match, if_none_match, if_modified_since, if_unmodified_since;
        Verdict expected;
    };
    const Case cases[] = {
        {absent, absent, absent, absent, Verdict::proceed},
        {current, absent, absent, absent, Verdict::proceed},
        {"*", absent, absent, absent, Verdict::proceed},
        {other, absent, absent, absent, Verdict::precondition_failed},
        {gzipped, absent, absent, absent, Verdict::precondition_failed},
        // If-Match decides over If-Unmodified-Since.
        {current, absent, absent, second_earlier, Verdict::proceed},
        {other, absent, absent, same_time, Verdict::precondition_failed},
        {absent, absent, absent, same_time, Verdict::proceed},
        {absent, absent, absent, second_earlier, Verdict::precondition_failed},
        {absent, absent, absent, "garbage", Verdict::proceed},
        // If-None-Match decides over If-Modified-Since.
        {absent, current, absent, absent, Verdict::not_modified},
        {absent, other, absent, absent, Verdict::proceed},
        {absent, other, future, absent, Verdict::proceed},
        {absent, current, second_earlier, absent, Verdict::not_modified},
        {absent, "", same_time, absent, Verdict::proceed},
        // What may fail is looked at before what may spare the body.
        {current, current, absent, absent, Verdict::not_modified},
        {other, current, same_time, absent, Verdict::precondition_failed},
        {absent, current, absent, second_earlier, Verdict::precondition_failed},
        {absent, absent, same_time, same_time, Verdict::not_modified},
    };
    for (const Case& c : cases) {
        CAPTURE(c.if_match, c.if_none_match, c.if_modified_since, c.if_unmodified_since);
        CHECK(verdict({c.if_match, c.if_none_match, c.if_modified_since, c.if_unmodified_since}) == c.expected);
    }
}

TEST_CASE("a 304 carries the tag that the client holds") {
    const auto tag_of = [](std::string_view held, Coding selected) {
        Conditions conditions;
        conditions.if_none_match = held;
        return evaluate(conditions, {"aaaaaaaaaaaaaaaa", selected, changed}, changed).coding;
    };
    CHECK(tag_of(current, Coding::gzip) == Coding::identity);
    CHECK(tag_of(gzipped, Coding::identity) == Coding::gzip);
    CHECK(tag_of("*", Coding::gzip) == Coding::gzip);
    CHECK(tag_of(other, Coding::gzip) == Coding::gzip);
}

TEST_CASE("If-Match means the coding that was chosen") {
    Conditions conditions;
    conditions.if_match = gzipped;
    CHECK(verdict(conditions, Coding::gzip) == Verdict::proceed);
    CHECK(verdict(conditions, Coding::identity) == Verdict::precondition_failed);
}
