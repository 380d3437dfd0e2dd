// Patterns of paths, of the kinds that generators know. One of more than 1,000 octets matches nothing, so that the time
// is proportional to the length of the path.
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

// Hugo's: "*" is any run of characters but "/", "**" any run, "?" any character but "/", "{a,b}" one of those; there
// are no braces in braces.
[[nodiscard]] bool matches_glob(std::string_view pattern, std::string_view text);

}  // namespace tagwire::site
