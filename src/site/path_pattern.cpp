#include "site/path_pattern.hpp"

#include <fnmatch.h>

#include <algorithm>

namespace tagwire::site {

namespace {

std::string_view take_name(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return name;
}

}  // namespace

std::vector<std::string_view> path_and_folders(std::string_view path) {
    std::vector<std::string_view> paths;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        paths.push_back(path.substr(0, slash));
    }
    paths.push_back(path);
    return paths;
}

bool matches(std::string_view pattern, std::string_view path) {
    return fnmatch(std::string(pattern).c_str(), std::string(path).c_str(), 0) == 0;
}

bool matches_by_names(std::string_view pattern, std::string_view path) {
    // Where to begin again with one folder more for the last "**/": earlier ones need not be tried again.
    std::string_view retry_pattern;
    std::string_view retry_path;
    while (!path.empty() || !pattern.empty()) {
        std::string_view rest = pattern;
        const std::string_view part = take_name(rest);
        if (part == "**" && !rest.empty()) {
            pattern = retry_pattern = rest;
            retry_path = path;
            continue;
        }
        std::string_view rest_of_path = path;
        const std::string name(take_name(rest_of_path));
        if (!pattern.empty() && !path.empty() && fnmatch(std::string(part).c_str(), name.c_str(), FNM_PERIOD) == 0) {
            pattern = rest;
            path = rest_of_path;
            continue;
        }
        if (retry_path.empty()) return false;
        static_cast<void>(take_name(retry_path));
        pattern = retry_pattern;
        path = retry_path;
    }
    return true;
}

}  // namespace tagwire::site
