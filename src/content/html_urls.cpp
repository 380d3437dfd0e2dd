#include "content/html_urls.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

constexpr std::size_t data_uri_bytes_max = 8 << 10;
constexpr std::string_view html_blanks = " \t\n\f\r";

// The URL Standard §4.4 takes out tabs and line breaks wherever they are, and controls and blanks at the ends: a
// browser finds "java\nscript:" to be a scheme.
std::string as_browsers_read(std::string_view written) {
    std::string url;
    url.reserve(written.size());
    std::ranges::copy_if(written, std::back_inserter(url), [](char c) { return c != '\t' && c != '\n' && c != '\r'; });
    const auto is_ignored = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
    const auto first = std::ranges::find_if_not(url, is_ignored);
    url.erase(url.begin(), first);
    while (!url.empty() && is_ignored(url.back())) url.pop_back();
    return url;
}

std::optional<std::string> absolute(std::string_view written, const PageAddress& page) {
    const std::string url = as_browsers_read(written);
    if (url.starts_with("//")) return to_uri("https:" + url);
    if (!scheme_of(url).empty()) return to_uri(url);
    if (!url.starts_with('#')) return resolve(page.base_url, url);
    const std::string fragment = '#' + std::string(is_footnote_id(url.substr(1)) ? page.id_prefix : "") + url.substr(1);
    return resolve(page.base_url, fragment);
}

// With scheme and type in lower case.
std::optional<std::string> harmless_image_data(std::string_view uri) {
    const std::size_t type_length = std::min(uri.find_first_of(";,"), uri.size());
    const std::string type = lower_ascii(uri.substr(0, type_length));
    const bool raster =
        type == "data:image/png" || type == "data:image/jpeg" || type == "data:image/gif" || type == "data:image/webp";
    const bool printable = std::ranges::all_of(uri, [](char c) { return c > ' ' && c < 0x7F; });
    if (!raster || !printable || uri.size() > data_uri_bytes_max) return std::nullopt;
    return type + std::string(uri.substr(type_length));
}

// Cuts the next candidate's URL from the front of a srcset; its descriptor stays.
std::string_view take_candidate_url(std::string_view& srcset) {
    srcset.remove_prefix(std::min(srcset.find_first_not_of(" \t\n\f\r,"), srcset.size()));
    const auto end = std::min(srcset.find_first_of(html_blanks), srcset.size());
    const std::string_view url = srcset.substr(0, end);
    const auto last = url.find_last_not_of(',');
    const auto length = last == std::string_view::npos ? 0 : last + 1;
    srcset.remove_prefix(length);
    return url.substr(0, length);
}

std::string take_descriptor(std::string_view& srcset) {
    const auto end = std::min(srcset.find(','), srcset.size());
    std::string descriptor = collapse_blanks(srcset.substr(0, end));
    srcset.remove_prefix(end);
    return descriptor;
}

bool is_descriptor(std::string_view text) {
    return text.find_first_not_of("0123456789.wxh ") == std::string_view::npos;
}

}  // namespace

bool is_footnote_id(std::string_view id) {
    return id.starts_with("fn-") || id.starts_with("fn:") || id.starts_with("fnref-") || id.starts_with("fnref:");
}

std::optional<std::string> safe_link(std::string_view written, const PageAddress& page) {
    auto url = absolute(written, page);
    if (!url) return url;
    const std::string scheme = scheme_of(*url);
    return scheme == "mailto" || scheme == "tel" || is_http_url(*url) ? url : std::nullopt;
}

std::optional<std::string> safe_media_url(std::string_view written, const PageAddress& page) {
    if (as_browsers_read(written).empty()) return std::nullopt;
    auto url = absolute(written, page);
    return url && is_http_url(*url) ? url : std::nullopt;
}

std::optional<std::string> safe_image_url(std::string_view written, const PageAddress& page) {
    const std::string url = as_browsers_read(written);
    if (scheme_of(url) != "data") return safe_media_url(url, page);
    return harmless_image_data(url);
}

std::string safe_image_candidates(std::string_view srcset, const PageAddress& page) {
    std::string candidates;
    while (!srcset.empty()) {
        const std::string_view written = take_candidate_url(srcset);
        const std::string descriptor = take_descriptor(srcset);
        const auto url = written.empty() ? std::nullopt : safe_media_url(written, page);
        if (!url || !is_descriptor(descriptor) || url->ends_with(',')) continue;
        if (!candidates.empty()) candidates += ", ";
        candidates += *url;
        if (!descriptor.empty()) candidates += ' ' + descriptor;
    }
    return candidates;
}

}  // namespace tagwire::content
