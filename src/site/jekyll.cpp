#include "site/generators.hpp"

namespace tagwire::site {

bool is_jekyll(const Files&) { return false; }

Description describe_jekyll(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

}  // namespace tagwire::site
