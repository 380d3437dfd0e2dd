#include "http/entity_tag.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::http;

namespace {

constexpr std::string_view hash = "0123456789abcdef";
using Match = std::optional<Coding>;
constexpr Match none = std::nullopt;

}  // namespace

TEST_CASE("each coding has a strong tag of its own") {
    CHECK(entity_tag(hash, Coding::identity) == R"("0123456789abcdef")");
    CHECK(entity_tag(hash, Coding::gzip) == R"("0123456789abcdef-gz1")");
}

TEST_CASE("If-None-Match finds the tag in lists, weak or strong") {
    const auto [list, expected] = GENERATE(table<std::string, Match>({
        {R"("0123456789abcdef")", Coding::identity},
        {R"(W/"0123456789abcdef")", Coding::identity},
        {R"("0123456789abcdef-gz1")", Coding::gzip},
        {R"(W/"0123456789abcdef-gz1")", Coding::gzip},
        {R"("a", "b,c" ,,W/"0123456789abcdef")", Coding::identity},
        {R"("a","0123456789abcdef-gz1")", Coding::gzip},
        {R"("a, 0123456789abcdef")", none},
        {R"("x0123456789abcdef")", none},
        {R"("0123456789abcdef0")", none},
        {R"("0123456789ABCDEF")", none},
        {R"("0123456789abcde")", none},
        {R"("*")", none},
        {"", none},
        {" , ,", none},
    }));
    CAPTURE(list);
    CHECK(matches_weakly(list, hash, Coding::identity) == expected);
    CHECK(matches_weakly(list, hash, Coding::gzip) == expected);
}

TEST_CASE("If-None-Match recognises tags that were damaged on the way") {
    const auto [list, expected] = GENERATE(table<std::string, Match>({
        {"0123456789abcdef", Coding::identity},
        {"W/0123456789abcdef", Coding::identity},
        {R"(w/"0123456789abcdef")", Coding::identity},
        {R"("0123456789abcdef)", Coding::identity},
        {R"(0123456789abcdef")", Coding::identity},
        {R"(\"0123456789abcdef\")", Coding::identity},
        {R"("0123456789abcdef-gzip")", Coding::identity},
        {R"("0123456789abcdef--gzip")", Coding::identity},
        {R"("0123456789abcdef;gzip")", Coding::identity},
        {R"("0123456789abcdef"-gzip)", Coding::identity},
        {R"("0123456789abcdef-gz1-gzip")", Coding::gzip},
        {R"("0123456789abcdef-gz0")", Coding::gzip},
        {R"("0123456789abcdef-br1")", Coding::identity},
        {"x, 0123456789abcdef-gz1 ", Coding::gzip},
        {R"("0123456789abcdef-gz")", none},
        {R"("0123456789abcdef-anything")", none},
    }));
    CAPTURE(list);
    CHECK(matches_weakly(list, hash, Coding::identity) == expected);
}

TEST_CASE("of several tags that match, the one that was selected counts") {
    const std::string both = R"("0123456789abcdef-gz1", "0123456789abcdef")";
    CHECK(matches_weakly(both, hash, Coding::identity) == Coding::identity);
    CHECK(matches_weakly(both, hash, Coding::gzip) == Coding::gzip);
    CHECK(matches_weakly(" * ", hash, Coding::gzip) == Coding::gzip);
}

TEST_CASE("a list of eight kilobytes is searched to its end") {
    std::string list;
    while (list.size() < 8000) list += R"("fedcba9876543210", )";
    CHECK(matches_weakly(list, hash, Coding::identity) == none);
    CHECK(matches_weakly(list + R"("0123456789abcdef")", hash, Coding::identity) == Coding::identity);
}

TEST_CASE("If-Match takes only a strong, undamaged tag") {
    const auto [list, expected] = GENERATE(table<std::string, bool>({
        {R"("0123456789abcdef")", true},
        {R"("a", "0123456789abcdef")", true},
        {"*", true},
        {R"(W/"0123456789abcdef")", false},
        {R"("0123456789abcdef-gz1")", false},
        {"0123456789abcdef", false},
        {R"("0123456789abcdef"-gzip)", false},
        {R"("0123456789abcdef)", false},
        {"", false},
    }));
    CAPTURE(list);
    CHECK(matches_strongly(list, entity_tag(hash, Coding::identity)) == expected);
}
