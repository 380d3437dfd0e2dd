// What Hugo makes of paths: https://gohugo.io/content-management/.
#pragma once

#include "content/conventions.hpp"
#include "site/hugo_settings.hpp"

#include <memory>

namespace tagwire::site {

// Left to chance, as a path tells nothing of its neighbours: a file beside an "index.md" is an entry, though Hugo takes
// it for a resource of that page, and `:sections` are all folders, whether they have an "_index.md" or not.
[[nodiscard]] std::shared_ptr<const content::Conventions> hugo_conventions(HugoSettings settings);

}  // namespace tagwire::site
