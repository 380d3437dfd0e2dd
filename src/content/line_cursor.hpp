// Lines that end at LF, CR LF or CR.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace tagwire::content {

// Goes through a text line by line. The text must outlive it.
class LineCursor {
  public:
    explicit LineCursor(std::string_view text)
        : text_(text),
          has_carriage_returns_(text.find('\r') != std::string_view::npos) {}

    // Goes to the next line, at first to the first one; false where there is none.
    bool next() {
        offset_ = next_offset_;
        if (offset_ >= text_.size()) return false;
        // Looking for one character is far faster.
        const std::size_t found =
            has_carriage_returns_ ? text_.find_first_of("\r\n", offset_) : text_.find('\n', offset_);
        const std::size_t end = std::min(found, text_.size());
        content_ = text_.substr(offset_, end - offset_);
        next_offset_ = std::min(end + (text_.substr(end, 2) == "\r\n" ? 2 : 1), text_.size());
        return true;
    }

    [[nodiscard]] std::string_view content() const { return content_; }  // without its end
    [[nodiscard]] std::size_t offset() const { return offset_; }
    [[nodiscard]] std::size_t next_offset() const { return next_offset_; }

  private:
    std::string_view text_;
    std::string_view content_;
    std::size_t offset_ = 0;
    std::size_t next_offset_ = 0;
    bool has_carriage_returns_;
};

[[nodiscard]] inline bool is_blank_line(std::string_view line) {
    return line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace tagwire::content
