#include "catalog/slug_table.hpp"

#include "base/slug.hpp"
#include "base/uri.hpp"

#include <cstddef>

namespace tagwire::catalog {

std::string SlugTable::give(std::string_view key) {
    std::string slug = encode_segment(term_slug(key));
    if (take(slug)) return slug;
    const std::string distinct = encode_segment(distinct_term_slug(key));
    slug = distinct;
    for (std::size_t i = 2; !take(slug); ++i) {  // a term may be spelled like another's distinct slug
        slug = distinct + "-" + std::to_string(i);
    }
    return slug;
}

}  // namespace tagwire::catalog
