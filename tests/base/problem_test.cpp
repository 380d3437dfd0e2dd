#include "base/problem.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;

TEST_CASE("A problem is printed as compilers do") {
    Problem problem{Severity::error, "yaml-syntax", "post/a.md", 4, 2, "a tab"};
    CHECK(to_string(problem) == "post/a.md:4:2: error: a tab [yaml-syntax]");
    problem.column = 0;
    CHECK(to_string(problem) == "post/a.md:4: error: a tab [yaml-syntax]");
    problem.line = 0;
    problem.severity = Severity::warning;
    CHECK(to_string(problem) == "post/a.md: warning: a tab [yaml-syntax]");
}

TEST_CASE("Only errors count as errors") {
    const Problem warning{Severity::warning, "x", "a", 0, 0, "m"};
    CHECK_FALSE(has_error({warning}));
    CHECK(has_error({warning, {Severity::error, "x", "a", 0, 0, "m"}}));
}
