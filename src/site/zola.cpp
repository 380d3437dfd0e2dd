#include "site/generators.hpp"

namespace tagwire::site {

bool is_zola(const Files&) { return false; }

Description describe_zola(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

}  // namespace tagwire::site
