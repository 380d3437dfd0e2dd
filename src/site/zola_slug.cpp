#include "site/zola_slug.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::site {

namespace {

using Transliteration = std::pair<std::string_view, std::string_view>;

// Small letters, and those signs that do not just part words. What differs by accents only is not here.
constexpr std::array<Transliteration, 107> transliterations = {
    {{"ª", "a"},   {"µ", "u"},   {"º", "o"},   {"æ", "ae"},  {"ð", "d"},  {"ø", "o"},   {"þ", "th"},  {"ß", "ss"},
     {"đ", "d"},   {"ħ", "h"},   {"ı", "i"},   {"ĳ", "ij"},  {"ĸ", "k"},  {"ŀ", "l"},   {"ł", "l"},   {"ŉ", "'n"},
     {"ŋ", "ng"},  {"œ", "oe"},  {"ŧ", "t"},   {"ſ", "s"},   {"ƒ", "f"},  {"¹", "1"},   {"²", "2"},   {"³", "3"},
     {"½", "1/2"}, {"¼", "1/4"}, {"¾", "3/4"}, {"°", "deg"}, {"×", "x"},  {"©", "(c)"}, {"®", "(r)"}, {"™", "tm"},
     {"¢", "c/"},  {"£", "ps"},  {"€", "eur"}, {"§", "ss"},  {"¶", "p"},  {"α", "a"},   {"β", "b"},   {"γ", "g"},
     {"δ", "d"},   {"ε", "e"},   {"ζ", "z"},   {"η", "e"},   {"θ", "th"}, {"ι", "i"},   {"κ", "k"},   {"λ", "l"},
     {"μ", "m"},   {"ν", "n"},   {"ξ", "x"},   {"ο", "o"},   {"π", "p"},  {"ρ", "r"},   {"ς", "s"},   {"σ", "s"},
     {"τ", "t"},   {"υ", "u"},   {"φ", "ph"},  {"χ", "kh"},  {"ψ", "ps"}, {"ω", "o"},   {"а", "a"},   {"б", "b"},
     {"в", "v"},   {"г", "g"},   {"д", "d"},   {"е", "e"},   {"ё", "io"}, {"ж", "zh"},  {"з", "z"},   {"и", "i"},
     {"к", "k"},   {"л", "l"},   {"м", "m"},   {"н", "n"},   {"о", "o"},  {"п", "p"},   {"р", "r"},   {"с", "s"},
     {"т", "t"},   {"у", "u"},   {"ф", "f"},   {"х", "kh"},  {"ц", "ts"}, {"ч", "ch"},  {"ш", "sh"},  {"щ", "shch"},
     {"ъ", ""},    {"ы", "y"},   {"ь", "'"},   {"э", "e"},   {"ю", "iu"}, {"я", "ia"},  {"ѐ", "ie"},  {"ђ", "dj"},
     {"ѓ", "gj"},  {"є", "ie"},  {"ѕ", "dz"},  {"і", "i"},   {"ї", "yi"}, {"ј", "j"},   {"љ", "lj"},  {"њ", "nj"},
     {"ћ", "tsh"}, {"ќ", "kj"},  {"џ", "dzh"}}};

const Transliteration* find(std::string_view character) {
    const auto found = std::find_if(transliterations.begin(), transliterations.end(),
                                    [&](const Transliteration& one) { return one.first == character; });
    return found == transliterations.end() ? nullptr : found;
}

// Soft hyphens, joiners and marks of direction.
bool is_invisible(char32_t c) {
    return c == 0xAD || (c >= 0x200C && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x206A && c <= 0x206F);
}

// A character beyond ASCII as deunicode writes it, in small letters; "-" for what it has no letters for.
std::string transliterate(char32_t c) {
    if (is_invisible(c)) return {};
    std::string spelled;
    append_utf8(spelled, c);
    const std::string small = lower_case(spelled);
    if (const auto* known = find(small)) return std::string(known->second);
    const std::string bare = without_accents(small);
    if (const auto* known = find(bare)) return std::string(known->second);
    return bare.empty() || is_letter_or_digit(c) ? bare : "-";
}

bool is_slug_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

std::string slug(std::string_view text) {
    std::string made;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        for (const char octet : c < 0x80 ? lower_ascii(std::string(1, static_cast<char>(c))) : transliterate(c)) {
            if (is_slug_character(octet)) {
                made += octet;
            } else if (!made.empty() && made.back() != '-') {
                made += '-';
            }
        }
    }
    if (made.ends_with('-')) made.pop_back();
    return made;
}

// Less what file systems forbid.
std::string safe(std::string_view text) {
    text = text.substr(0, text.find_last_not_of(" .") + 1);
    std::string kept;
    std::copy_if(text.begin(), text.end(), std::back_inserter(kept),
                 [](char c) { return std::string_view("<>:\"/\\|?*").find(c) == std::string_view::npos; });
    return kept;
}

}  // namespace

std::string zola_slug(std::string_view text, ZolaSlugs slugs) {
    switch (slugs) {
        case ZolaSlugs::on: return slug(text);
        case ZolaSlugs::safe: return safe(text);
        case ZolaSlugs::off: break;
    }
    return std::string(text);
}

}  // namespace tagwire::site
