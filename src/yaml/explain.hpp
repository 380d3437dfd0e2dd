// yaml-cpp's syntax errors in words that help: what is wrong in this line, and what to write instead.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace tagwire::yaml {

struct SyntaxError {
    std::string_view text;     // all of it
    std::string_view message;  // yaml-cpp's
    std::size_t offset;        // where yaml-cpp noticed; it may lie behind the cause
    std::size_t last_offset;   // where the last value that it could read begins
    std::size_t open_offset;   // where the innermost list or map that is not complete begins
};

struct Explanation {
    std::size_t offset;  // of the cause
    std::string code;
    std::string message;
};

[[nodiscard]] Explanation explain(const SyntaxError& error);

}  // namespace tagwire::yaml
