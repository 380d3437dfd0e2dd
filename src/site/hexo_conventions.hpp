#pragma once

#include "content/conventions.hpp"
#include "site/hexo_slug.hpp"

#include <map>
#include <memory>
#include <string>

namespace tagwire::site {

// What a Hexo site's configuration says of paths and addresses, with Hexo's own defaults.
struct HexoConfiguration {
    std::string source = "source/";
    std::string permalink = ":year/:month/:day/:title/";
    std::map<std::string, std::string, std::less<>> permalink_defaults;
    std::string new_post_name = ":title.md";
    std::string default_category = "uncategorized";
    std::map<std::string, std::string, std::less<>> category_names;  // that stand in addresses for others
    HexoCase category_case = HexoCase::as_written;
    bool assets_beside_posts = false;  // then posts have the extension of new_post_name
    bool index_in_links = true;        // "index.html" stays at the end of an address
    bool extension_in_links = true;    // ".html" does
};

// Entries are what is in _posts and _drafts. The address of a page that Hexo gives a number of its own making, ":id",
// has the file's name in its place.
[[nodiscard]] std::shared_ptr<const content::Conventions> hexo_conventions(HexoConfiguration configuration);

}  // namespace tagwire::site
