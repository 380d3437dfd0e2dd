// From octet offsets to the lines and columns that editors show.
#pragma once

#include "yaml/value.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::yaml {

// Cheap when asked for offsets in ascending order: it goes on from the last answer. Lines end at LF, CR LF or CR.
// The text must outlive it.
class PositionFinder {
  public:
    PositionFinder(std::string_view text, std::size_t first_line);

    // `offset` may be at most the length of the text.
    [[nodiscard]] Mark at(std::size_t offset);

  private:
    std::string_view text_;
    std::size_t first_line_;
    std::size_t offset_ = 0;
    Mark mark_;
};

// The offset of the first octet that is not part of well-formed UTF-8; npos if all are.
[[nodiscard]] std::size_t find_ill_formed(std::string_view bytes);

// The line that `offset` stands in, without its end.
[[nodiscard]] std::string_view line_around(std::string_view text, std::size_t offset);

}  // namespace tagwire::yaml
