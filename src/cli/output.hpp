// What commands print: results to standard output, everything else to standard error.
#pragma once

#include "base/problem.hpp"
#include "base/result.hpp"

#include <boost/json/fwd.hpp>

#include <string>
#include <string_view>

namespace tagwire::cli {

// Exit codes.
inline constexpr int success = 0;
inline constexpr int failure = 1;      // it could not be done, or `check` found errors
inline constexpr int usage_error = 2;  // the command line is not understood

void print(std::string_view text);        // as it is
void print_error(std::string_view text);  // a line, if there is any text

// Says what went wrong and returns `failure`.
[[nodiscard]] int fail(const Error& error);

[[nodiscard]] std::string to_text(const Problems& problems);  // a line each, without a newline at the end

[[nodiscard]] boost::json::object to_json(const Problem& problem);

void print_json(const boost::json::value& value);  // indented, for people as well

}  // namespace tagwire::cli
