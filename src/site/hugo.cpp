#include "site/generators.hpp"

namespace tagwire::site {

bool is_hugo(const Files&) { return false; }

Description describe_hugo(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

}  // namespace tagwire::site
