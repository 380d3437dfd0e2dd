// The generators that are known, one file each: <name>.cpp.
#pragma once

#include "site/site.hpp"

namespace tagwire::site {

[[nodiscard]] bool is_hugo(const Files& files);
[[nodiscard]] bool is_jekyll(const Files& files);
[[nodiscard]] bool is_hexo(const Files& files);
[[nodiscard]] bool is_zola(const Files& files);
[[nodiscard]] bool is_pelican(const Files& files);

[[nodiscard]] Description describe_hugo(const Files& files);
[[nodiscard]] Description describe_jekyll(const Files& files);
[[nodiscard]] Description describe_hexo(const Files& files);
[[nodiscard]] Description describe_zola(const Files& files);
[[nodiscard]] Description describe_pelican(const Files& files);

}  // namespace tagwire::site
