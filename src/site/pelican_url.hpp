// Addresses of pages by Pelican's patterns: "posts/{date:%Y}/{slug}/", and the slugs that they are made of.
#pragma once

#include "base/time_zone.hpp"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::site {

struct PelicanSlugs {
    bool keep_case = false;
    bool keep_letters = false;  // that are not ASCII
};

// pelican.utils.slugify() with the usual substitutions. It writes other scripts in Latin letters, which is not done
// here: their letters stay.
[[nodiscard]] std::string pelican_slug(std::string_view text, const PelicanSlugs& slugs);

// Python's str.format() with the value of each name. What is not known to `value` stays as written. Values are escaped
// by escape_text(). Pattern and path are as long as those of expand() at most.
struct PelicanPage {
    std::function<std::optional<std::string>(std::string_view name)> value;
    LocalTime date;  // of "{date:%Y}"
};
[[nodiscard]] std::string pelican_path(std::string_view pattern, const PelicanPage& page);

// The first "{name}" that no article has; empty if there is none.
[[nodiscard]] std::string unknown_pelican_field(std::string_view pattern,
                                                const std::function<bool(std::string_view name)>& is_known);

}  // namespace tagwire::site
