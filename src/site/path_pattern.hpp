// Patterns of paths as shells write them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

// "a/b/c.md" → "a", "a/b", "a/b/c.md"
[[nodiscard]] std::vector<std::string_view> path_and_folders(std::string_view path);

// Whether all of the path is of the pattern, in which "*" stands for any characters, "/" too.
[[nodiscard]] bool matches(std::string_view pattern, std::string_view path);

// The same where "*" stays within a name, and "**/" stands for any number of folders.
[[nodiscard]] bool matches_by_names(std::string_view pattern, std::string_view path);

}  // namespace tagwire::site
