#include "base/uri.hpp"

#include "base/text.hpp"

#include <boost/url/parse.hpp>
#include <boost/url/url.hpp>
#include <boost/url/url_view.hpp>

#include <idn2.h>

#include <memory>

namespace tagwire {

namespace {

namespace urls = boost::urls;

bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// RFC 3986 §2.3
bool is_unreserved(char c) { return is_alpha(c) || is_digit(c) || is_one_of(c, "-._~"); }

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool is_encoded_octet(std::string_view text, std::size_t at) {
    return at + 2 < text.size() && text[at] == '%' && hex_digit(text[at + 1]) >= 0 && hex_digit(text[at + 2]) >= 0;
}

void append_encoded(std::string& text, char octet) {
    static constexpr std::string_view digits = "0123456789ABCDEF";  // RFC 3986 §2.1: upper case
    const auto value = static_cast<unsigned char>(octet);
    text += '%';
    text += digits[value >> 4];
    text += digits[value & 15];
}

// Encodes what is neither unreserved nor among `kept`.
std::string encode_octets(std::string_view text, std::string_view kept) {
    std::string encoded;
    for (const char c : text) {
        if (is_unreserved(c) || is_one_of(c, kept)) {
            encoded += c;
        } else {
            append_encoded(encoded, c);
        }
    }
    return encoded;
}

// The same for text that may be encoded in parts already: those stay.
std::string encode_but(std::string_view text, std::string_view kept) {
    std::string encoded;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_unreserved(text[at]) || is_one_of(text[at], kept) || is_encoded_octet(text, at)) {
            encoded += text[at];
        } else {
            append_encoded(encoded, text[at]);
        }
    }
    return encoded;
}

std::string_view scheme_prefix(std::string_view text) {
    if (text.empty() || !is_alpha(text.front())) return {};
    const auto end = text.find_first_of(":/?#");
    if (end == std::string_view::npos || text[end] != ':') return {};
    for (const char c : text.substr(0, end)) {
        if (!is_alpha(c) && !is_digit(c) && !is_one_of(c, "+-.")) return {};
    }
    return text.substr(0, end);
}

// A host as DNS knows it: RFC 5891 A-labels.
std::optional<std::string> ascii_host(std::string_view host) {
    const std::string name = nfc(host);
    if (count_code_points(name) == name.size()) return encode_but(name, "!$&'()*+,;=[]:");
    char* ascii = nullptr;
    if (idn2_to_ascii_8z(name.c_str(), &ascii, IDN2_NONTRANSITIONAL) != IDN2_OK) return std::nullopt;
    const std::unique_ptr<char, decltype(&idn2_free)> owner(ascii, &idn2_free);
    return std::string(ascii);
}

std::optional<std::string> ascii_authority(std::string_view authority) {
    std::string ascii;
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        ascii = encode_but(authority.substr(0, at), "!$&'()*+,;=:") + '@';
        authority.remove_prefix(at + 1);
    }
    std::string_view port;
    const auto colon = authority.rfind(':');
    if (colon != std::string_view::npos && authority.find(']', colon) == std::string_view::npos) {
        port = authority.substr(colon);
        authority = authority.substr(0, colon);
    }
    const auto host = ascii_host(authority);
    if (!host || port.find_first_not_of("0123456789", 1) != std::string_view::npos) return std::nullopt;
    return ascii + *host + std::string(port);
}

// The part after scheme and authority.
std::string ascii_tail(std::string_view tail) {
    const auto hash = tail.find('#');
    const auto question = tail.substr(0, hash).find('?');
    std::string ascii = encode_but(tail.substr(0, std::min(question, hash)), "!$&'()*+,;=:@/");
    if (question != std::string_view::npos) {
        const auto length = hash == std::string_view::npos ? hash : hash - question - 1;
        ascii += '?' + encode_but(tail.substr(question + 1, length), "!$&'()*+,;=:@/?");
    }
    if (hash != std::string_view::npos) ascii += '#' + encode_but(tail.substr(hash + 1), "!$&'()*+,;=:@/?");
    return ascii;
}

}  // namespace

std::string encode_path(std::string_view path) { return encode_octets(path, "/"); }

std::string encode_segment(std::string_view text) { return encode_octets(text, ""); }

std::optional<std::string> decode_percent(std::string_view text) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '%') {
            decoded += text[at];
            continue;
        }
        if (!is_encoded_octet(text, at)) return std::nullopt;
        decoded += static_cast<char>(hex_digit(text[at + 1]) << 4 | hex_digit(text[at + 2]));
        at += 2;
    }
    return decoded;
}

std::optional<std::string> to_uri(std::string_view text) {
    text = trim(text);
    std::string uri;
    if (const auto scheme = scheme_prefix(text); !scheme.empty()) {
        uri = lower_ascii(scheme) + ':';
        text.remove_prefix(scheme.size() + 1);
    }
    if (text.starts_with("//")) {
        const auto end = std::min(text.find_first_of("/?#", 2), text.size());
        const auto authority = ascii_authority(text.substr(2, end - 2));
        if (!authority) return std::nullopt;
        uri += "//" + *authority;
        text.remove_prefix(end);
    }
    uri += ascii_tail(text);
    if (urls::parse_uri_reference(uri).has_error()) return std::nullopt;
    return uri;
}

std::optional<std::string> resolve(std::string_view base, std::string_view reference) {
    const auto base_uri = urls::parse_absolute_uri(base);
    const auto text = to_uri(reference);
    if (base_uri.has_error() || !text) return std::nullopt;
    const auto relative = urls::parse_uri_reference(*text);
    urls::url resolved;
    if (relative.has_error() || urls::resolve(*base_uri, *relative, resolved).has_error()) return std::nullopt;
    // Boost keeps the dot segments that lead above the root; RFC 3986 §5.2.4 drops them.
    std::string uri(resolved.buffer());
    const std::size_t path = uri.size() - resolved.encoded_resource().size();
    std::size_t above = 0;
    while (uri.compare(path + above, 4, "/../") == 0) above += 3;
    uri.erase(path, above);
    if (uri.substr(path) == "/..") uri.erase(path + 1);
    return uri;
}

std::string scheme_of(std::string_view uri) { return lower_ascii(scheme_prefix(uri)); }

std::string host_of(std::string_view uri) {
    const auto parsed = urls::parse_uri_reference(uri);
    return parsed.has_error() ? std::string() : lower_ascii(std::string_view(parsed->encoded_host()));
}

std::string path_of(std::string_view uri) {
    const auto parsed = urls::parse_uri_reference(uri);
    return parsed.has_error() ? std::string() : std::string(std::string_view(parsed->encoded_path()));
}

bool is_http_url(std::string_view uri) {
    const std::string scheme = scheme_of(uri);
    return (scheme == "http" || scheme == "https") && !host_of(uri).empty();
}

bool is_loopback(std::string_view host) {
    // RFC 6761 §6.3; RFC 1122 §3.2.1.3; RFC 4291 §2.5.3
    return host == "localhost" || host.ends_with(".localhost") || host.starts_with("127.") || host == "[::1]";
}

}  // namespace tagwire
