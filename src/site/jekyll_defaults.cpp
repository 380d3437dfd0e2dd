#include "site/jekyll_defaults.hpp"

#include "base/text.hpp"
#include "site/path_pattern.hpp"

#include <algorithm>

namespace tagwire::site {

namespace {

bool applies_to_path(const std::string& scope, std::string_view path) {
    if (scope.find('*') == std::string::npos) return path.starts_with(scope);
    const std::vector<std::string_view> paths = path_and_folders(path);
    return std::any_of(paths.begin(), paths.end(),
                       [&](std::string_view part) { return matches_by_names(scope, part); });
}

std::size_t length(const JekyllDefault& one) {
    return count_code_points(one.path) - (one.path.starts_with('/') ? 1U : 0U);
}

bool counts_more(const JekyllDefault& one, const JekyllDefault& other) {
    if (length(one) != length(other)) return length(one) > length(other);
    return one.type || !other.type;
}

}  // namespace

std::vector<const yaml::Value*> defaults_of(std::string_view path, std::string_view type,
                                            const std::vector<JekyllDefault>& defaults) {
    std::vector<const yaml::Value*> values;
    const JekyllDefault* strongest = nullptr;
    for (const JekyllDefault& one : defaults) {
        if ((one.type && *one.type != type) || !applies_to_path(one.path, path)) continue;
        const bool stronger = strongest == nullptr || counts_more(one, *strongest);
        values.insert(stronger ? values.end() : values.begin(), &one.values);
        if (stronger) strongest = &one;
    }
    return values;
}

}  // namespace tagwire::site
