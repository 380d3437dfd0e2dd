#include "site/jekyll_configuration.hpp"

#include "base/text.hpp"
#include "content/comma_list.hpp"
#include "site/jekyll_permalink.hpp"
#include "site/site_settings.hpp"

#include <algorithm>
#include <array>
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

std::vector<std::string> markdown_extensions(const content::Fields& fields) {
    std::string list = fields.text({"markdown_ext"});
    if (list.empty()) list = "markdown,mkdown,mkdn,mkd,md";
    std::vector<std::string> extensions;
    for (const std::string_view name : content::split_at_commas(list)) {
        extensions.push_back('.' + lower_ascii(trim(name)));
    }
    return extensions;
}

// The names in a list, or the keys of a map.
std::vector<std::string> names_in(const yaml::Value* value) {
    std::vector<std::string> names = texts(value);
    if (value == nullptr) return names;
    for (const yaml::Member& member : value->members) names.push_back(member.key);
    return names;
}

void check_pattern(const content::Fields& fields, const yaml::Value& at) {
    const std::string token = unknown_jekyll_token(at.scalar);
    if (token.empty()) return;
    fields.warn(at, "site-configuration",
                "Jekyll knows no token \":" + token + "\" of a permalink and stops at it; see its list of them");
}

class PermalinkReader {
  public:
    explicit PermalinkReader(const content::Fields& fields) : fields_(fields), style_("date") {
        if (std::string style = fields.text({"permalink"}); !style.empty()) style_ = std::move(style);
    }

    std::map<std::string, std::string, std::less<>> read() {
        const yaml::Value* collections = fields_.find("collections");
        std::map<std::string, std::string, std::less<>> patterns;
        patterns["posts"] = own_pattern(member(collections, "posts")).value_or(pattern_of_posts(style_));
        if (const yaml::Value* value = fields_.find("permalink")) check_pattern(fields_, *value);

        const std::vector<std::string> known = names_in(collections);
        for (const std::string& name : names_in(member(fields_.find("feed"), "collections"))) {
            if (name == "posts" || std::find(known.begin(), known.end(), name) == known.end()) continue;
            patterns[name] = own_pattern(member(collections, name)).value_or(pattern_of_collection(style_));
        }
        return patterns;
    }

  private:
    std::optional<std::string> own_pattern(const yaml::Value* collection) {
        const yaml::Value* pattern = member(collection, "permalink");
        if (pattern == nullptr || pattern->scalar.empty()) return std::nullopt;
        check_pattern(fields_, *pattern);
        return pattern->scalar;
    }

    const content::Fields& fields_;
    std::string style_;
};

// The names of types were singular once.
std::string type_name(const std::string& type) { return type == "post" || type == "page" ? type + 's' : type; }

std::vector<JekyllDefault> read_defaults(const content::Fields& fields, const std::string& collections_dir) {
    std::vector<JekyllDefault> defaults;
    const yaml::Value* list = fields.find("defaults");
    if (list == nullptr) return defaults;
    for (const yaml::Value& item : list->items) {
        const yaml::Value* values = item.find("values");
        if (values == nullptr || values->kind != yaml::Kind::map) {
            fields.warn(item, "site-configuration",
                        "these defaults have no values and are ignored; give them a map \"values\"");
            continue;
        }
        JekyllDefault one;
        one.values = *values;
        const yaml::Value* scope = item.find("scope");
        if (const yaml::Value* path = member(scope, "path")) one.path = path->scalar;
        if (const yaml::Value* type = member(scope, "type")) one.type = type_name(type->scalar);
        if (!collections_dir.empty() && one.path.starts_with(collections_dir)) {
            one.path.erase(0, collections_dir.size());
        }
        defaults.push_back(std::move(one));
    }
    return defaults;
}

}  // namespace

JekyllConfiguration read_jekyll_configuration(const content::Fields& fields) {
    JekyllConfiguration configuration;
    configuration.source = folder_path(fields.text({"source"}));
    configuration.collections_dir = folder_path(fields.text({"collections_dir"}));
    configuration.permalinks = PermalinkReader(fields).read();
    configuration.defaults = read_defaults(fields, configuration.collections_dir);
    configuration.included = texts(fields.find("include"));
    configuration.excluded = texts(fields.find("exclude"));
    configuration.excluded.insert(configuration.excluded.end(), always_excluded.begin(), always_excluded.end());
    configuration.markdown_extensions = markdown_extensions(fields);
    return configuration;
}

}  // namespace tagwire::site
