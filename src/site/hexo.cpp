#include "site/generators.hpp"

namespace tagwire::site {

bool is_hexo(const Files&) { return false; }

Description describe_hexo(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

}  // namespace tagwire::site
