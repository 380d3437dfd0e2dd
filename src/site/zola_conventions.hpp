// What Zola makes of paths: components/content of its source.
#pragma once

#include "content/conventions.hpp"
#include "site/zola_slug.hpp"

#include <memory>
#include <set>
#include <string>

namespace tagwire::site {

struct ZolaSettings {
    std::string default_language = "en";
    std::set<std::string, std::less<>> other_languages;
    ZolaSlugs slugs = ZolaSlugs::on;
    bool keep_dates = false;  // of file names in slugs
};

// Paths are in a site with its articles in "content/". Left to chance, as a path tells nothing of its neighbours: a
// file beside an "index.md" is an entry.
[[nodiscard]] std::shared_ptr<const content::Conventions> zola_conventions(ZolaSettings settings);

}  // namespace tagwire::site
