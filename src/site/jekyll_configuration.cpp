#include "site/jekyll_configuration.hpp"

#include "base/text.hpp"
#include "content/comma_list.hpp"
#include "site/common_settings.hpp"
#include "site/jekyll_permalink.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> styles = {
    {{"none", "/:categories/:title:output_ext"},
     {"date", "/:categories/:year/:month/:day/:title:output_ext"},
     {"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
     {"pretty", "/:categories/:year/:month/:day/:title/"},
     {"weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"}}};

constexpr std::array<std::string_view, 9> always_excluded = {".sass-cache",    ".jekyll-cache", "gemfiles",
                                                             "Gemfile",        "Gemfile.lock",  "node_modules",
                                                             "vendor/bundle/", "vendor/cache/", "vendor/ruby/"};

std::string pattern_of_posts(const std::string& style) {
    const auto known =
        std::find_if(styles.begin(), styles.end(), [&](const auto& named) { return named.first == style; });
    return known == styles.end() ? style : std::string(known->second);
}

// A collection's pages end as the site's style does.
std::string pattern_of_collection(const std::string& style) {
    const bool has_extension =
        style == "date" || style == "ordinal" || style == "none" || style.ends_with(":output_ext");
    const bool is_folder = style == "pretty" || style.ends_with('/');
    return std::string("/:collection/:path") + (has_extension ? ":output_ext" : is_folder ? "/" : "");
}

const yaml::Value* member(const yaml::Value* map, std::string_view key) {
    return map == nullptr ? nullptr : map->find(key);
}

std::string_view text_of(const yaml::Value* value) {
    return value == nullptr ? std::string_view() : std::string_view(value->scalar);
}

const yaml::Value* value_at(const Setting& root, std::initializer_list<std::string_view> keys) {
    const Setting* setting = root.find(keys);
    return setting == nullptr ? nullptr : setting->value;
}

// Of a list, without the slashes before them.
std::vector<std::string> texts(const yaml::Value* list) {
    std::vector<std::string> texts;
    if (list == nullptr) return texts;
    for (const yaml::Value& item : list->items) {
        std::string_view text = item.scalar;
        while (text.starts_with('/')) text.remove_prefix(1);
        if (!text.empty()) texts.emplace_back(text);
    }
    return texts;
}

std::vector<std::string> markdown_extensions(const Setting& root) {
    std::string list = root.text("markdown_ext");
    if (list.empty()) list = "markdown,mkdown,mkdn,mkd,md";
    std::vector<std::string> extensions;
    for (const std::string_view name : content::split_at_commas(list)) {
        extensions.push_back('.' + lower_ascii(trim(name)));
    }
    return extensions;
}

// What the configuration says of each collection: the members of a map; nullptr for the names in a list.
using Collections = std::map<std::string_view, const yaml::Value*>;

Collections collections_in(const yaml::Value* value) {
    Collections collections;
    if (value == nullptr) return collections;
    for (const yaml::Value& item : value->items) collections.emplace(item.scalar, nullptr);
    for (const yaml::Member& member : value->members) collections[member.key] = &member.value;
    return collections;
}

class PermalinkReader {
  public:
    PermalinkReader(const Setting& root, Problems& problems)
        : root_(root),
          problems_(problems),
          style_(root.text("permalink")) {
        if (style_.empty()) style_ = "date";
    }

    std::map<std::string, std::string, std::less<>> read() {
        if (const yaml::Value* value = value_at(root_, {"permalink"})) check(*value);
        const Collections known = collections_in(value_at(root_, {"collections"}));
        const auto posts = known.find("posts");
        const yaml::Value* own_posts = posts == known.end() ? nullptr : posts->second;
        std::map<std::string, std::string, std::less<>> patterns;
        patterns["posts"] = own_pattern(own_posts).value_or(pattern_of_posts(style_));
        for (const auto& [name, of_feed] : collections_in(value_at(root_, {"feed", "collections"}))) {
            const auto found = known.find(name);
            if (name == "posts" || found == known.end()) continue;
            patterns[std::string(name)] = own_pattern(found->second).value_or(pattern_of_collection(style_));
        }
        return patterns;
    }

  private:
    void check(const yaml::Value& pattern) {
        const std::string token = unknown_jekyll_token(pattern.scalar);
        if (token.empty()) return;
        warn(problems_, root_.file, pattern,
             "Jekyll knows no token \":" + shorten(token, 40) +
                 "\" of a permalink and stops at it; see its list of them");
    }

    std::optional<std::string> own_pattern(const yaml::Value* collection) {
        const yaml::Value* pattern = member(collection, "permalink");
        if (pattern == nullptr || pattern->scalar.empty()) return std::nullopt;
        check(*pattern);
        return pattern->scalar;
    }

    const Setting& root_;
    Problems& problems_;
    std::string style_;
};

// The names of types were singular once.
std::string type_name(std::string_view type) {
    return std::string(type) + (type == "post" || type == "page" ? "s" : "");
}

std::vector<JekyllDefault> read_defaults(const Setting& root, std::string_view collections_dir, Problems& problems) {
    std::vector<JekyllDefault> defaults;
    const yaml::Value* list = value_at(root, {"defaults"});
    if (list == nullptr) return defaults;
    for (const yaml::Value& item : list->items) {
        const yaml::Value* values = item.find("values");
        if (values == nullptr || values->kind != yaml::Kind::map) {
            warn(problems, root.file, item,
                 "these defaults have no values and are ignored; give them a map \"values\"");
            continue;
        }
        JekyllDefault one;
        one.values = *values;
        const yaml::Value* scope = item.find("scope");
        std::string_view path = text_of(member(scope, "path"));
        if (path.starts_with(collections_dir)) path.remove_prefix(collections_dir.size());
        one.path = path;
        if (const yaml::Value* type = member(scope, "type")) one.type = type_name(type->scalar);
        defaults.push_back(std::move(one));
    }
    return defaults;
}

}  // namespace

JekyllConfiguration read_jekyll_configuration(const Setting& root, Problems& problems) {
    JekyllConfiguration configuration;
    configuration.source = folder_path(root.text("source"));
    configuration.collections_dir = folder_path(root.text("collections_dir"));
    configuration.permalinks = PermalinkReader(root, problems).read();
    configuration.defaults = read_defaults(root, configuration.collections_dir, problems);
    configuration.included = texts(value_at(root, {"include"}));
    configuration.excluded = texts(value_at(root, {"exclude"}));
    std::copy_if(configuration.excluded.begin(), configuration.excluded.end(),
                 std::back_inserter(configuration.excluded_patterns),
                 [](const std::string& text) { return text.find_first_of("*?[\\") != std::string::npos; });
    configuration.excluded.insert(configuration.excluded.end(), always_excluded.begin(), always_excluded.end());
    configuration.markdown_extensions = markdown_extensions(root);
    return configuration;
}

}  // namespace tagwire::site
