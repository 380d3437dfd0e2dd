// What the path of an article's file says.
#pragma once

#include "content/article.hpp"

#include <string_view>

namespace tagwire::content {

// Views of the path that was split.
struct ArticlePath {
    std::string_view folder;     // "zh-CN/news/" or empty
    std::string_view stem;       // the name without extension
    std::string_view extension;  // with its dot, as spelled
};
[[nodiscard]] ArticlePath split_path(std::string_view path);

// "index.md": the page of its folder.
[[nodiscard]] bool is_folder_page(const ArticlePath& path);

// "_index.md", "_index.en.md": the page of a section, which is no article.
[[nodiscard]] bool is_section_page(const ArticlePath& path);

[[nodiscard]] BodyFormat body_format(const ArticlePath& path);

// The last name of a folder that ends with "/".
[[nodiscard]] std::string_view folder_name(std::string_view folder);

}  // namespace tagwire::content
