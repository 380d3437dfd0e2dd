// Front matter that a Jekyll site gives to whole folders: `defaults` of its configuration.
#pragma once

#include "yaml/value.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

struct JekyllDefault {
    std::string path;                 // a prefix of paths, or a pattern; empty: all
    std::optional<std::string> type;  // "posts", or the name of a collection
    yaml::Value values;               // a map
};

// Of the path in the folder of collections, the one that counts most last. Of what applies the longer path counts more,
// then what names a type, then what stands later (jekyll/frontmatter_defaults.rb). The values are those of `defaults`.
[[nodiscard]] std::vector<const yaml::Value*> defaults_of(std::string_view path, std::string_view type,
                                                          const std::vector<JekyllDefault>& defaults);

}  // namespace tagwire::site
