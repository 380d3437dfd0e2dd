#include "content/language.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_letter_or_digit(char c) { return is_letter(c) || (c >= '0' && c <= '9'); }

// RFC 5646 §2.1: subtags of one to eight letters and digits, the first one of two or three letters; longer ones are
// not in use, but "english" is written for "en".
bool has_form_of_tag(std::string_view tag) {
    const std::string_view primary = tag.substr(0, tag.find('-'));
    if (primary.size() < 2 || primary.size() > 3 || !std::all_of(primary.begin(), primary.end(), is_letter))
        return false;
    while (tag.find('-') != std::string_view::npos) {
        tag.remove_prefix(tag.find('-') + 1);
        const std::string_view subtag = tag.substr(0, tag.find('-'));
        if (subtag.empty() || subtag.size() > 8) return false;
        if (!std::all_of(subtag.begin(), subtag.end(), is_letter_or_digit)) return false;
    }
    return true;
}

const yaml::Value* first_scalar(const yaml::Value* value) {
    if (value != nullptr && value->kind == yaml::Kind::list && !value->items.empty()) return &value->items.front();
    return value;
}

}  // namespace

std::string read_language(const Fields& fields, std::string_view fallback) {
    for (const std::string_view key : {"lang", "language"}) {
        const yaml::Value* value = first_scalar(fields.find(key));
        const std::string_view text = value == nullptr ? std::string_view() : trim(value->scalar);
        if (text.empty()) continue;
        if (std::string tag = language_tag(text); !tag.empty()) return tag;
        fields.warn(
            *value, "language-unreadable",
            '"' + shorten(plain_line(text), 40) + "\" is no language tag and is ignored; write one like zh-CN or en");
    }
    return std::string(fallback);
}

std::string language_tag(std::string_view text) {
    std::string tag(trim(text));
    std::replace(tag.begin(), tag.end(), '_', '-');
    return has_form_of_tag(tag) ? tag : std::string();
}

}  // namespace tagwire::content
