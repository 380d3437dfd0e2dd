// The language that an article is written in.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>

namespace tagwire::content {

// From `lang` or `language`, the first of a list; "zh_CN" is "zh-CN". `fallback` where there is none, and where it has
// not the form of a BCP 47 tag, which is warned of, "language-unreadable".
[[nodiscard]] std::string read_language(const Fields& fields, std::string_view fallback);

// The BCP 47 tag that a text means: "zh-CN" for " zh_CN"; empty where it has not the form of one.
[[nodiscard]] std::string language_tag(std::string_view text);

}  // namespace tagwire::content
