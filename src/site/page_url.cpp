#include "site/page_url.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>
#include <vector>

namespace tagwire::site {

namespace {

constexpr std::string_view path_punctuation = "-_.~$&+,/:;=@";  // Go's shouldEscape() for a path
constexpr std::string_view raw_punctuation = "!'()*[]";         // stands where nothing else must be encoded

bool is_hex_digit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

bool stands_in_path(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           path_punctuation.find(c) != std::string_view::npos;
}

// Whether Go takes the path for encoded as it stands.
bool is_encoded(std::string_view path) {
    for (std::size_t i = 0; i < path.size(); ++i) {
        const bool stands = stands_in_path(path[i]) || starts_with_encoded_octet(path.substr(i)) ||
                            raw_punctuation.find(path[i]) != std::string_view::npos;
        if (!stands) return false;
    }
    return true;
}

// Whether a segment may be "." or "..", encoded or not.
bool has_dot_segments(std::string_view path) {
    const auto is_dot = [](char c) { return c == '.' || c == '%'; };
    for (std::size_t at = 0; at < path.size(); ++at) {
        if (is_dot(path[at]) && (at == 0 || path[at - 1] == '/')) return true;
    }
    return false;
}

}  // namespace

std::string page_url(std::string_view site_url, std::string_view path) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    // "./" keeps a colon in the first segment from being read as a scheme (RFC 3986 §4.2).
    const std::string reference = "./" + nfc(path);
    if (has_dot_segments(path)) {
        if (auto url = resolve(site_url, reference)) return *std::move(url);
    } else if (const auto uri = to_uri(reference)) {
        return std::string(site_url).append(*uri, 2);
    }
    return std::string(site_url) + encode_path(path);
}

std::string escape_text(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '%': escaped += "%25"; break;
            case '?': escaped += "%3F"; break;
            case '#': escaped += "%23"; break;
            default: escaped += c;
        }
    }
    return escaped;
}

bool starts_with_encoded_octet(std::string_view text) {
    return text.size() >= 3 && text[0] == '%' && is_hex_digit(text[1]) && is_hex_digit(text[2]);
}

std::string clean_path(std::string_view path) {
    std::vector<std::string_view> names;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view name = path.substr(0, slash);
        if (name == "..") {
            if (!names.empty()) names.pop_back();
        } else if (!name.empty() && name != ".") {
            names.push_back(name);
        }
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    std::string clean;
    for (const std::string_view name : names) clean.append(clean.empty() ? "" : "/").append(name);
    return clean;
}

std::string escape_path(std::string_view path) {
    const bool stands = is_encoded(path);
    if (stands && path.find_first_of("[]") == std::string_view::npos) return std::string(path);
    const std::string octets = stands ? std::string(path) : decode_percent(path).value_or(std::string(path));
    std::string escaped;
    for (const char octet : octets) {
        // RFC 3986 §3.3 has no brackets, which Go lets stand.
        const bool kept = stands ? octet != '[' && octet != ']' : stands_in_path(octet);
        escaped += kept ? std::string(1, octet) : encode_segment({&octet, 1});
    }
    return escaped;
}

}  // namespace tagwire::site
