#include "site/generators.hpp"

namespace tagwire::site {

bool is_pelican(const Files&) { return false; }

Description describe_pelican(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

}  // namespace tagwire::site
