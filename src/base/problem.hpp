// What is wrong in a file that a person wrote, where, and what to do about it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire {

enum class Severity { warning, error };

// Line and column count from 1, columns in characters (code points); 0 where a position means nothing.
struct Problem {
    Severity severity = Severity::error;
    std::string code;  // stable, lower case with hyphens: "yaml-syntax"
    std::string file;  // as the person would type it: relative to the content folder, or a configuration's path
    std::size_t line = 0;
    std::size_t column = 0;
    std::string message;  // what is wrong and what to do, without a final full stop

    friend bool operator==(const Problem&, const Problem&) = default;
};

using Problems = std::vector<Problem>;

[[nodiscard]] std::string_view name(Severity severity);

// "file:line:column: error: message [code]", the form that editors and CI systems read. Unknown positions are left out.
[[nodiscard]] std::string to_string(const Problem& problem);

[[nodiscard]] bool has_error(const Problems& problems);

}  // namespace tagwire
