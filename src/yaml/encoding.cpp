#include "yaml/encoding.hpp"

#include "yaml/position.hpp"

#include <string>
#include <utility>

namespace tagwire::yaml {

std::optional<Problem> find_encoding_error(std::string_view text, std::string_view file, std::size_t first_line) {
    const auto error = [&](std::size_t offset, std::string message) {
        const Mark mark = PositionFinder(text, first_line).at(offset);
        return Problem{Severity::error, "encoding", std::string(file), mark.line, mark.column, std::move(message)};
    };
    if (const std::size_t offset = find_ill_formed(text); offset != std::string_view::npos) {
        return error(offset, "this is not UTF-8; save the file in that encoding");
    }
    if (const std::size_t offset = text.find('\0'); offset != std::string_view::npos) {
        return error(offset, "a NUL character stands here; is the file half written?");
    }
    return std::nullopt;
}

}  // namespace tagwire::yaml
