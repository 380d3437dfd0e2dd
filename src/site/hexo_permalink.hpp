// Addresses of pages by Hexo's patterns: lib/plugins/filter/post_permalink.ts of Hexo 7.
#pragma once

#include "base/time.hpp"
#include "base/time_zone.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::site {

struct HexoPage {
    std::string slug;  // the path below the folder of posts, less what the pattern of names takes from it
    std::string title;
    std::string category;  // the slug of the last one, with those above it: "sea/boats"
    Instant published;
    LocalTime date;
    // Of tokens that Hexo does not know itself: what front matter, name and configuration give.
    std::function<std::optional<std::string>(std::string_view token)> other;
};

// Not yet encoded but for what escape_text() escapes. A token that nothing gives is "undefined", as in Hexo.
[[nodiscard]] std::string hexo_path(std::string_view pattern, const HexoPage& page);

// Of the token that `text` begins with: letters, digits and "_", of which "_" is not the last.
[[nodiscard]] std::size_t hexo_token_length(std::string_view text);

}  // namespace tagwire::site
