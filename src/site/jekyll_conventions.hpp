#pragma once

#include "content/conventions.hpp"
#include "site/jekyll_configuration.hpp"

#include <memory>

namespace tagwire::site {

// Entries are posts, and documents of the collections that jekyll-feed is told of.
[[nodiscard]] std::shared_ptr<const content::Conventions> jekyll_conventions(JekyllConfiguration configuration);

}  // namespace tagwire::site
