#include "content/language.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// RFC 5646 §2.1: subtags of one to eight letters and digits, the first one of letters.
bool has_form_of_tag(std::string_view tag) {
    constexpr std::size_t subtag_length_max = 8;
    std::size_t length = 0;
    for (std::size_t i = 0; i < tag.size(); ++i) {
        const bool in_first = tag.find('-') >= i;
        if (tag[i] == '-') {
            if (length == 0) return false;
            length = 0;
        } else if (!(in_first ? is_letter(tag[i]) : is_letter_or_digit(tag[i])) || ++length > subtag_length_max) {
            return false;
        }
    }
    return length > 0;
}

const yaml::Value* first_scalar(const yaml::Value* value) {
    if (value != nullptr && value->kind == yaml::Kind::list && !value->items.empty()) return &value->items.front();
    return value;
}

}  // namespace

std::string read_language(const Fields& fields, std::string_view fallback) {
    for (const std::string_view key : {"lang", "language"}) {
        const yaml::Value* value = first_scalar(fields.find(key));
        std::string tag = value == nullptr ? std::string() : std::string(trim(value->scalar));
        if (tag.empty()) continue;
        std::replace(tag.begin(), tag.end(), '_', '-');
        if (has_form_of_tag(tag)) return tag;
        fields.warn(
            *value, "language-unreadable",
            '"' + shorten(plain_line(tag), 40) + "\" is no language tag and is ignored; write one like zh-CN or en");
    }
    return std::string(fallback);
}

}  // namespace tagwire::content
