// Addresses of pages by Jekyll's patterns: jekyll/url.rb, jekyll/drops/url_drop.rb and jekyll/utils.rb of Jekyll 4.3.
#pragma once

#include "base/time_zone.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

// What the tokens stand for.
struct JekyllPage {
    std::string collection;  // "posts"
    std::string path;        // in the collection, without extension
    std::string basename;    // of the file, with its date and without extension
    std::string slug;        // of the front matter, else of the name
    std::string output_ext;  // ".html"
    std::vector<std::string> categories;
    LocalTime date;
};

// The path of the page, from "/" on, not yet encoded but for what escape_text() escapes. Tokens that Jekyll does not
// know, at which it stops, stay as written.
[[nodiscard]] std::string jekyll_path(std::string_view pattern, const JekyllPage& page);

// The first token that Jekyll does not know; empty if it knows all.
[[nodiscard]] std::string unknown_jekyll_token(std::string_view pattern);

enum class JekyllSlug { plain, pretty };  // pretty keeps "._~!$&'()+,;=@"
[[nodiscard]] std::string jekyll_slug(std::string_view text, JekyllSlug kind);

// "my-API" → "My Api"
[[nodiscard]] std::string jekyll_title(std::string_view slug);

}  // namespace tagwire::site
