#include "base/slug.hpp"

#include "base/digest.hpp"
#include "base/text.hpp"

namespace tagwire {

namespace {

constexpr std::size_t slug_bytes_max = 120;
constexpr std::size_t hash_digits = 8;

std::string short_hash(std::string_view text) { return hex(hash64(text)).substr(0, hash_digits); }

bool is_kept(char32_t c, std::string_view) {
    if (is_letter_or_digit(c)) return true;
    return c < 0x80 && std::string_view("._-+#~@").find(static_cast<char>(c)) != std::string_view::npos;
}

// At most slug_bytes_max octets, cut between characters; what is cut is told apart by a hash of the whole.
std::string limit(std::string slug, std::string_view whole) {
    if (slug.size() <= slug_bytes_max) return slug;
    std::size_t kept = slug_bytes_max - hash_digits - 1;
    while ((static_cast<unsigned char>(slug[kept]) & 0xC0) == 0x80) --kept;
    return slug.substr(0, kept) + '-' + short_hash(whole);
}

bool is_unusable(std::string_view segment) { return segment.empty() || segment == "." || segment == ".."; }

std::string page_segment(std::string_view name) {
    std::string segment = sanitize(lower_case(nfc(name)), is_kept);
    return is_unusable(segment) ? "page-" + short_hash(name) : limit(std::move(segment), name);
}

}  // namespace

std::string sanitize(std::string_view text, bool (*is_kept)(char32_t character, std::string_view here)) {
    std::string kept;
    bool pending_hyphen = false;
    bool after_hyphen = false;
    while (!text.empty()) {
        const std::string_view here = text;
        const char32_t c = take_code_point(text);
        if (is_kept(c, here)) {
            after_hyphen = c == '-';
            if (pending_hyphen && !after_hyphen) kept += '-';
            pending_hyphen = false;
            append_utf8(kept, c);
        } else if (is_blank(c) && !kept.empty() && !after_hyphen) {
            pending_hyphen = true;
        }
    }
    return kept;
}

std::string term_key(std::string_view spelling) { return fold_case(collapse_blanks(nfc(spelling))); }

std::string term_slug(std::string_view key) {
    std::string text(key);
    for (char& c : text) {
        if (c == '/' || c == '\\') c = '-';
    }
    std::string slug = sanitize(text, is_kept);
    return is_unusable(slug) ? "term-" + short_hash(key) : limit(std::move(slug), key);
}

std::string distinct_term_slug(std::string_view key) { return limit(term_slug(key) + '-' + short_hash(key), key); }

std::string page_path(std::string_view path) {
    std::string page;
    while (true) {
        const auto slash = path.find('/');
        page += page_segment(path.substr(0, slash));
        if (slash == std::string_view::npos) return page;
        page += '/';
        path.remove_prefix(slash + 1);
    }
}

}  // namespace tagwire
