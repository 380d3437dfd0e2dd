#include "base/problem.hpp"

#include <algorithm>

namespace tagwire {

std::string_view name(Severity severity) { return severity == Severity::error ? "error" : "warning"; }

std::string to_string(const Problem& problem) {
    std::string text = problem.file;
    if (problem.line > 0) {
        text += ':' + std::to_string(problem.line);
        if (problem.column > 0) text += ':' + std::to_string(problem.column);
    }
    text += ": ";
    text += name(problem.severity);
    text += ": " + problem.message + " [" + problem.code + ']';
    return text;
}

bool has_error(const Problems& problems) {
    return std::any_of(problems.begin(), problems.end(),
                       [](const Problem& problem) { return problem.severity == Severity::error; });
}

}  // namespace tagwire
