// The permalinks of Hugo's configuration: https://gohugo.io/content-management/urls/#permalinks.
#pragma once

#include "base/time_zone.hpp"
#include "site/hugo_path.hpp"

#include <string>
#include <string_view>

namespace tagwire::site {

// What the tokens stand for, as the page's file spells it.
struct HugoPageNames {
    std::string_view folder;  // "post/2024", without the folder of a bundle
    std::string_view file;    // the name without extension and language, of a bundle that of its folder
    std::string_view slug;
    std::string_view title;
    LocalTime date;
};

// A token of the pattern that is not known, without its colon; empty if there is none.
[[nodiscard]] std::string find_unknown_token(std::string_view pattern);

// The page's path, which is yet to be cleaned and sanitized; may be empty.
[[nodiscard]] std::string expand_hugo_permalink(std::string_view pattern, const HugoPageNames& page,
                                                HugoPathOptions options);

}  // namespace tagwire::site
