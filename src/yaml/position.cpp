#include "yaml/position.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tagwire::yaml {

namespace {

bool starts_code_point(char octet) { return (static_cast<unsigned char>(octet) & 0xC0) != 0x80; }

}  // namespace

PositionFinder::PositionFinder(std::string_view text, std::size_t first_line)
    : text_(text),
      first_line_(first_line),
      mark_{first_line, 1} {}

Mark PositionFinder::at(std::size_t offset) {
    offset = std::min(offset, text_.size());
    if (offset < offset_) {
        offset_ = 0;
        mark_ = {first_line_, 1};
    }
    for (; offset_ < offset; ++offset_) {
        const char octet = text_[offset_];
        const bool before_lf = octet == '\r' && offset_ + 1 < text_.size() && text_[offset_ + 1] == '\n';
        if (octet == '\n' || (octet == '\r' && !before_lf)) {
            mark_ = {mark_.line + 1, 1};
        } else if (starts_code_point(octet)) {
            ++mark_.column;
        }
    }
    return mark_;
}

std::size_t find_ill_formed(std::string_view bytes) {
    if (is_utf8(bytes)) return std::string_view::npos;
    std::string_view rest = bytes;
    while (!rest.empty()) {
        const std::string_view before = rest;
        if (take_code_point(rest) != 0xFFFD) continue;
        if (before.substr(0, before.size() - rest.size()) != "\xEF\xBF\xBD") return bytes.size() - before.size();
    }
    return std::string_view::npos;
}

std::string_view line_around(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    const std::size_t end = std::min(text.find_first_of("\r\n", offset), text.size());
    const std::size_t last_end = offset == 0 ? std::string_view::npos : text.find_last_of("\r\n", offset - 1);
    const std::size_t start = last_end == std::string_view::npos ? 0 : last_end + 1;
    return text.substr(start, end - start);
}

}  // namespace tagwire::yaml
