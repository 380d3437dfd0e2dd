#include "catalog/slug_table.hpp"

#include "base/slug.hpp"
#include "base/uri.hpp"

#include <cstddef>

namespace tagwire::catalog {

std::string SlugTable::give(std::string_view key) {
    std::string slug = term_slug(key);
    if (taken_.contains(slug)) {
        slug = distinct_term_slug(key);
    }
    const std::string distinct = slug;
    for (std::size_t i = 2; !taken_.insert(slug).second; ++i) {  // a term may be spelled like another's distinct slug
        slug = distinct + "-" + std::to_string(i);
    }
    return encode_segment(slug);
}

}  // namespace tagwire::catalog
