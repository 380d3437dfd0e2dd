#include "http/entity_tag.hpp"

#include "http/field_value.hpp"

#include <algorithm>
#include <array>

namespace tagwire::http {
namespace {

constexpr std::string_view gzip_suffix = "-gz1";  // the digit moves with the compressor: other bytes, another tag

struct EntityTag {
    std::string_view opaque;  // without quotes
    bool weak = false;
    bool damaged = false;
};

EntityTag read_quoted(std::string_view& list) {
    list.remove_prefix(1);
    const std::size_t quote = list.find('"');
    if (quote == std::string_view::npos) return {.opaque = trim_ows(take_until(list, ',')), .damaged = true};
    EntityTag tag{.opaque = list.substr(0, quote)};
    list.remove_prefix(quote + 1);
    tag.damaged = !trim_ows(take_until(list, ',')).empty();
    return tag;
}

EntityTag read_unquoted(std::string_view& list) {
    constexpr std::string_view marks = "\\\" \t";
    std::string_view opaque = take_until(list, ',');
    opaque.remove_prefix(std::min(opaque.find_first_not_of(marks), opaque.size()));
    opaque = opaque.substr(0, opaque.find_last_not_of(marks) + 1);
    return {.opaque = opaque, .damaged = true};
}

// The first member of a list, which is moved behind it; nothing at the list's end.
std::optional<EntityTag> take_entity_tag(std::string_view& list) {
    list.remove_prefix(std::min(list.find_first_not_of(" \t,"), list.size()));
    if (list.empty()) return std::nullopt;
    const bool weak = list.starts_with("W/") || list.starts_with("w/");
    if (weak) list.remove_prefix(2);
    EntityTag tag = list.starts_with('"') ? read_quoted(list) : read_unquoted(list);
    tag.weak = weak;
    return tag;
}

bool is_digit(char octet) { return octet >= '0' && octet <= '9'; }

// Takes "-gz1" and its like in any version, and "-br1", "-zs1", from the front. RFC 9110 §8.8.3.3 wants a tag for each
// coding, but they all stand for the same document.
Coding take_coding(std::string_view& suffix) {
    const std::string_view letters = suffix.substr(0, 3);
    if (suffix.size() < 4 || !is_digit(suffix[3]) || (letters != "-gz" && letters != "-br" && letters != "-zs")) {
        return Coding::identity;
    }
    suffix.remove_prefix(4);
    return letters == "-gz" ? Coding::gzip : Coding::identity;
}

bool is_proxy_suffix(std::string_view suffix) {
    constexpr std::array<std::string_view, 8> known{"", "-gzip", "--gzip", ";gzip", "-br", ";br", "-zstd", "-deflate"};
    return std::find(known.begin(), known.end(), suffix) != known.end();
}

// The coding whose tag this is, or was.
std::optional<Coding> coding_of(std::string_view opaque, std::string_view hash) {
    if (!opaque.starts_with(hash)) return std::nullopt;
    std::string_view suffix = opaque.substr(hash.size());
    const Coding coding = take_coding(suffix);
    return is_proxy_suffix(suffix) ? std::optional(coding) : std::nullopt;
}

}  // namespace

std::string entity_tag(std::string_view hash, Coding coding) {
    std::string tag;
    tag.reserve(hash.size() + gzip_suffix.size() + 2);
    tag += '"';
    tag += hash;
    if (coding == Coding::gzip) tag += gzip_suffix;
    tag += '"';
    return tag;
}

bool matches_strongly(std::string_view list, std::string_view tag) {
    if (trim_ows(list) == "*") return true;
    const std::string_view opaque = tag.substr(1, tag.size() - 2);
    while (const auto member = take_entity_tag(list)) {
        if (!member->weak && !member->damaged && member->opaque == opaque) return true;
    }
    return false;
}

std::optional<Coding> matches_weakly(std::string_view list, std::string_view hash, Coding selected) {
    if (trim_ows(list) == "*") return selected;
    std::optional<Coding> found;
    while (const auto member = take_entity_tag(list)) {
        const std::optional<Coding> coding = coding_of(member->opaque, hash);
        if (coding == selected) return selected;
        if (coding) found = coding;
    }
    return found;
}

}  // namespace tagwire::http
