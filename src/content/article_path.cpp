#include "content/article_path.hpp"

#include "base/text.hpp"
#include "content/read_article.hpp"

#include <algorithm>

namespace tagwire::content {

namespace {

constexpr std::size_t npos = std::string_view::npos;
bool has_hidden_name(std::string_view path) { return path.starts_with('.') || path.find("/.") != npos; }

}  // namespace

ArticlePath split_path(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::size_t name = slash == npos ? 0 : slash + 1;
    const std::size_t dot = path.rfind('.');
    const std::size_t end = dot == npos || dot < name ? path.size() : dot;
    return {path.substr(0, name), path.substr(name, end - name), path.substr(end)};
}

bool is_folder_page(const ArticlePath& path) { return equals_ignoring_ascii_case(path.stem, "index"); }

bool is_section_page(const ArticlePath& path) {
    return equals_ignoring_ascii_case(path.stem.substr(0, path.stem.find('.')), "_index");
}

BodyFormat body_format(const ArticlePath& path) {
    return lower_ascii(path.extension).starts_with(".htm") ? BodyFormat::html : BodyFormat::markdown;
}

std::string_view folder_name(std::string_view folder) {
    if (folder.ends_with('/')) folder.remove_suffix(1);
    return folder.substr(folder.rfind('/') + 1);
}

const std::vector<std::string>& article_extensions() {
    static const std::vector<std::string> extensions = {".md", ".markdown", ".mdown", ".mdx", ".html", ".htm"};
    return extensions;
}

bool is_article_path(std::string_view path, const std::vector<std::string>& extensions) {
    // Names of backups and half-written files ("a.md~", "#a.md#", "a.md.swp", "4913") do not end in an extension of
    // ours.
    const ArticlePath parts = split_path(path);
    if (parts.stem.empty() || has_hidden_name(path)) return false;
    return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
        return equals_ignoring_ascii_case(parts.extension, extension);
    });
}

}  // namespace tagwire::content
