// What in a body does not come out as its author meant. Only for those who ask: it is no hindrance to publishing.
#pragma once

#include "base/problem.hpp"
#include "content/article.hpp"

#include <cstddef>
#include <string_view>

namespace tagwire::content {

// Warnings "link-with-blank" (Markdown only) and "forbidden-character" about what stands behind `body_offset` in the
// file's bytes, which are UTF-8.
[[nodiscard]] Problems lint_body(std::string_view path, std::string_view bytes, std::size_t body_offset,
                                 BodyFormat format);

}  // namespace tagwire::content
