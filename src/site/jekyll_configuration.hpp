// What a Jekyll site's configuration says of paths and addresses.
#pragma once

#include "base/problem.hpp"
#include "site/jekyll_defaults.hpp"
#include "site/settings.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

struct JekyllConfiguration {
    std::string source;           // "" or "docs/"
    std::string collections_dir;  // in the source, "" or "collections/"
    // The pattern of addresses by collection: posts, and those that the site has feeds of.
    std::map<std::string, std::string, std::less<>> permalinks;
    std::vector<JekyllDefault> defaults;
    std::vector<std::string> included;             // patterns
    std::vector<std::string> excluded;             // beginnings of paths
    std::vector<std::string> excluded_patterns;    // those of them that are patterns too, of paths and folders
    std::vector<std::string> markdown_extensions;  // ".md"
};

// Warns, "site-configuration", of what is no configuration of Jekyll's.
[[nodiscard]] JekyllConfiguration read_jekyll_configuration(const Setting& root, Problems& problems);

}  // namespace tagwire::site
