#include "content/article_link.hpp"

#include "base/digest.hpp"
#include "base/slug.hpp"
#include "base/text.hpp"
#include "base/uri.hpp"
#include "content/article_path.hpp"

#include <algorithm>
#include <optional>

namespace tagwire::content {

namespace {

std::string_view without_slashes(std::string_view path) {
    while (path.starts_with('/')) path.remove_prefix(1);
    while (path.ends_with('/')) path.remove_suffix(1);
    return path;
}

bool is_pattern(std::string_view permalink) {
    return permalink.starts_with(':') || permalink.find("/:") != std::string_view::npos ||
           permalink.find_first_of("{}") != std::string_view::npos;
}

// The text of a key that holds a path; empty for booleans (`permalink: false`).
std::string_view path_text(const Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    if (value == nullptr) return {};
    const std::string_view text = trim(value->scalar);
    const bool is_boolean = !value->quoted && (text == "true" || text == "false");
    return is_boolean ? std::string_view() : text;
}

std::optional<std::string> own_url(const Fields& fields, std::string_view site_url) {
    for (const std::string_view key : {"url", "permalink", "path"}) {
        const std::string_view text = path_text(fields, key);
        if (text.empty() || is_pattern(text)) continue;
        if (auto uri = to_uri(text); uri && is_http_url(*uri)) return uri;
        // "./" keeps a colon in the first segment from being read as a scheme (RFC 3986 §4.2).
        const std::size_t start = std::min(text.find_first_not_of('/'), text.size());
        if (auto resolved = resolve(site_url, "./" + std::string(text.substr(start)))) return resolved;
    }
    return std::nullopt;
}

}  // namespace

std::string read_link(const Fields& fields, std::string_view path, std::string_view site_url) {
    if (auto url = own_url(fields, site_url)) return *std::move(url);
    const ArticlePath parts = split_path(path);
    std::string_view folder = parts.folder;
    std::string_view name = parts.stem;
    if (is_folder_page(parts)) {
        name = folder_name(folder);
        folder.remove_suffix(std::min(folder.size(), name.size() + 1));
    }
    const std::string_view slug = without_slashes(path_text(fields, "slug"));
    if (!slug.empty()) name = slug;
    const std::string page = std::string(folder) + std::string(name);
    if (page.empty()) return std::string(site_url);
    return std::string(site_url) + encode_path(page_path(page)) + '/';
}

std::string read_id(const Fields& fields, std::string_view domain) {
    const std::string text = fields.text({"id", "guid"});
    if (text.empty()) return {};
    std::string uri = to_uri(text).value_or("");
    return scheme_of(uri).empty() ? uuid_urn(domain, "id:" + text) : uri;
}

}  // namespace tagwire::content
