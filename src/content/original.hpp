// Link blogs: the original elsewhere that an article tells of.
#pragma once

#include "content/fields.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::content {

struct LinkBlog {
    std::vector<std::string> keys;  // of the front matter that may hold the original's URL, the first that does counts
    enum class LastLine { of_the_article, the_original } last_line = LastLine::of_the_article;
};

// The URL of the original, http or https as an ASCII URI: from one of the keys, else, where the last line may be the
// original, from a Markdown body's last line that is nothing but a link: "[source](https://…)", or one after a word and
// a colon. Empty where there is none.
[[nodiscard]] std::string read_original(const Fields& fields, std::string_view body, const LinkBlog& options);

}  // namespace tagwire::content
