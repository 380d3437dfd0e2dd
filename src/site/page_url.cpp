#include "site/page_url.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>

namespace tagwire::site {

std::string page_url(std::string_view site_url, std::string_view path) {
    path.remove_prefix(std::min(path.find_first_not_of('/'), path.size()));
    // "./" keeps a colon in the first segment from being read as a scheme (RFC 3986 §4.2).
    if (auto url = resolve(site_url, "./" + nfc(path))) return *std::move(url);
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

}  // namespace tagwire::site
