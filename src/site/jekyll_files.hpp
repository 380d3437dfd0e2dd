// Which files of a Jekyll site are documents of a collection (jekyll/readers/post_reader.rb, jekyll/entry_filter.rb).
#pragma once

#include "base/time_zone.hpp"
#include "site/jekyll_configuration.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

// Views of the path that was asked for, and of the configuration.
struct JekyllFile {
    std::string not_an_entry;     // why it is no document: "it is a page"; then the rest is empty
    std::string_view collection;  // "posts" for drafts too
    std::string_view path;        // in the folder of collections
    std::string_view folder;      // of the collection: "_posts", "_drafts"
    std::string_view basename;    // without extension
    std::string_view slug;        // without the day
    std::string_view extension;
    std::optional<LocalTime> day;  // that the name begins with
};

// `path` is in the site's folder. Collections are posts and those that the configuration has a pattern of.
[[nodiscard]] JekyllFile find_jekyll_file(std::string_view path, const JekyllConfiguration& configuration);

// The folders above that of the posts.
[[nodiscard]] std::vector<std::string> folder_categories(const JekyllFile& file);

}  // namespace tagwire::site
