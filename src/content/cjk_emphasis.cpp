#include "content/cjk_emphasis.hpp"

#include "base/text.hpp"
#include "content/cjk.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

constexpr std::string_view mark = "\xEF\xB7\x90";
constexpr std::string_view encoded_mark = "%EF%B7%90";

bool is_ascii_punctuation(char c) {
    return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t find_delimiter(std::string_view source, std::size_t from) {
    while (from < source.size() && source[from] != '\\' && source[from] != '*' && source[from] != '~') ++from;
    return from;
}

// The end of a line for an empty text: CommonMark §6.2 counts it as whitespace.
char32_t first_code_point(std::string_view text) { return text.empty() ? U'\n' : take_code_point(text); }

std::string_view last_character(std::string_view text) {
    std::size_t start = text.size();
    while (start > 0 && (static_cast<unsigned char>(text[--start]) & 0xC0) == 0x80) {
    }
    return text.substr(start);
}

// The amendments' "CJK sequence", which looks through a variation selector.
bool ends_with_cjk(std::string_view text) {
    const std::string_view last = last_character(text);
    const char32_t c = first_code_point(last);
    if (c >= 0xE0100 && c <= 0xE01EF) return true;  // an ideographic variation selector
    if (c < 0xFE00 || c > 0xFE0E) return is_cjk(c);
    const char32_t base = first_code_point(last_character(text.substr(0, text.size() - last.size())));
    const bool full_width_quote = c == 0xFE01 && (base == 0x2018 || base == 0x2019 || base == 0x201C || base == 0x201D);
    return full_width_quote || is_cjk(base);
}

bool needs_marks(std::string_view before, std::string_view run, std::string_view after) {
    if (run.front() == '~' && run.size() > 2) return false;  // a code fence
    const char32_t left = first_code_point(last_character(before));
    const char32_t right = first_code_point(after);
    if (is_blank(left) || is_blank(right)) return false;
    if (left == '_' || right == '_') return false;  // it would change what the run of "_" may do
    return is_cjk(right) || ends_with_cjk(before);
}

void remove_all(std::string& text, std::string_view part) {
    std::size_t kept = 0;
    std::size_t from = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, from)) {
        std::copy(text.begin() + static_cast<std::ptrdiff_t>(from), text.begin() + static_cast<std::ptrdiff_t>(at),
                  text.begin() + static_cast<std::ptrdiff_t>(kept));
        kept += at - from;
        from = at + part.size();
    }
    text.erase(kept, from - kept);
}

}  // namespace

std::string mark_cjk_emphasis(std::string_view source) {
    std::string marked;
    marked.reserve(source.size() + source.size() / 16);
    std::size_t copied = 0;
    for (auto at = find_delimiter(source, 0); at < source.size(); at = find_delimiter(source, at)) {
        if (source[at] == '\\') {
            at += at + 1 < source.size() && is_ascii_punctuation(source[at + 1]) ? 2 : 1;
            continue;
        }
        const auto end = std::min(source.find_first_not_of(source[at], at), source.size());
        const std::string_view run = source.substr(at, end - at);
        if (needs_marks(source.substr(0, at), run, source.substr(end))) {
            marked.append(source, copied, at - copied).append(mark).append(run).append(mark);
            copied = end;
        }
        at = end;
    }
    return marked.append(source, copied);
}

void remove_emphasis_marks(std::string& html) {
    remove_all(html, mark);
    remove_all(html, encoded_mark);
}

}  // namespace tagwire::content
