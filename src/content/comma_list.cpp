#include "content/comma_list.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>

namespace tagwire::content {

namespace {

constexpr std::array<std::string_view, 3> commas = {",", "，", "、"};
constexpr std::array<std::string_view, 7> name_separators = {",", "，", "、", ";", "；", " & ", " and "};

// The length of the separator that `text` begins with; 0 if it begins with none.
template <std::size_t count>
std::size_t separator_length(std::string_view text, const std::array<std::string_view, count>& separators) {
    const auto found = std::find_if(separators.begin(), separators.end(), [&](std::string_view separator) {
        return equals_ignoring_ascii_case(text.substr(0, separator.size()), separator);
    });
    return found == separators.end() ? 0 : found->size();
}

template <std::size_t count>
std::vector<std::string_view> split(std::string_view text, const std::array<std::string_view, count>& separators,
                                    std::string_view brackets) {
    std::vector<std::string_view> parts;
    std::size_t start = 0;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bracket = brackets.find(text[at]);
        if (bracket != std::string_view::npos) inside = bracket % 2 == 0;
        const std::size_t length = inside ? 0 : separator_length(text.substr(at), separators);
        if (length > 0) {
            parts.push_back(text.substr(start, at - start));
            start = at + length;
        }
        at += std::max<std::size_t>(length, 1);
    }
    parts.push_back(text.substr(start));
    return parts;
}

}  // namespace

std::vector<std::string_view> split_at_commas(std::string_view text) { return split(text, commas, {}); }

std::vector<std::string_view> split_at_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<std::string_view> words;
    for (std::size_t start = text.find_first_not_of(blanks); start != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(blanks, start), text.size());
        words.push_back(text.substr(start, end - start));
        start = text.find_first_not_of(blanks, end);
    }
    return words;
}

std::vector<std::string_view> split_names(std::string_view text) { return split(text, name_separators, "<>()"); }

}  // namespace tagwire::content
