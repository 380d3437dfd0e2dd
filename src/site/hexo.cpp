#include "base/text.hpp"
#include "content/fields.hpp"
#include "site/configuration_file.hpp"
#include "site/generators.hpp"
#include "site/hexo_conventions.hpp"
#include "site/hexo_permalink.hpp"
#include "site/site_settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::array<std::string_view, 2> file_names = {"_config.yml", "_config.yaml"};

bool package_needs_hexo(const Files& files) {
    const auto file = files.find("package.json");
    if (file == files.end()) return false;
    const yaml::Value root = yaml::parse(file->second, file->first, 1, Limits{}).root;  // JSON is YAML
    return root.find("hexo") != nullptr || member(root.find("dependencies"), "hexo") != nullptr ||
           member(root.find("devDependencies"), "hexo") != nullptr;
}

// Of Hexo's configuration and no other generator's.
bool has_key_of_hexo(std::string_view text) {
    const yaml::Value root = yaml::parse(text, {}, 1, Limits{}).root;
    constexpr std::array<std::string_view, 6> keys = {"source_dir",  "new_post_name", "public_dir",
                                                      "skip_render", "render_drafts", "category_dir"};
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return root.find(key) != nullptr; });
}

std::map<std::string, std::string, std::less<>> texts(const yaml::Value* map) {
    std::map<std::string, std::string, std::less<>> texts;
    if (map == nullptr) return texts;
    for (const yaml::Member& one : map->members) texts[one.key] = one.value.scalar;
    return texts;
}

void set(std::string& text, const content::Fields& fields, std::string_view key) {
    if (std::string own = fields.text({key}); !own.empty()) text = std::move(own);
}

HexoConfiguration read_hexo_configuration(const content::Fields& fields) {
    HexoConfiguration configuration;
    set(configuration.source, fields, "source_dir");
    configuration.source = folder_path(configuration.source);
    set(configuration.permalink, fields, "permalink");
    set(configuration.new_post_name, fields, "new_post_name");
    set(configuration.default_category, fields, "default_category");
    configuration.permalink_defaults = texts(fields.find("permalink_defaults"));
    configuration.category_names = texts(fields.find("category_map"));
    if (says(fields.find("filename_case"), "1")) configuration.category_case = HexoCase::lower;
    if (says(fields.find("filename_case"), "2")) configuration.category_case = HexoCase::upper;
    configuration.assets_beside_posts = says(fields.find("post_asset_folder"), "true");
    const yaml::Value* pretty = fields.find("pretty_urls");
    configuration.index_in_links = !says(member(pretty, "trailing_index"), "false");
    configuration.extension_in_links = !says(member(pretty, "trailing_html"), "false");
    return configuration;
}

bool has_token(std::string_view pattern, std::string_view token) {
    for (std::size_t colon = pattern.find(':'); colon != pattern.npos; colon = pattern.find(':', colon + 1)) {
        const std::string_view rest = pattern.substr(colon + 1);
        if (rest.substr(0, hexo_token_length(rest)) == token) return true;
    }
    return false;
}

std::vector<std::string> notes_of(const content::Fields& fields, const HexoConfiguration& configuration) {
    std::vector<std::string> notes = {"permalink: " + configuration.permalink};
    if (has_token(configuration.permalink, "id")) {
        notes.emplace_back("not followed: \":id\" of files that give none, as only Hexo's database knows it");
    }
    for (const std::string_view key : {"render_drafts", "titlecase"}) {
        if (says(fields.find(key), "true")) notes.push_back("not followed: " + std::string(key));
    }
    return notes;
}

void read_fields(const content::Fields& fields, Description& site) {
    site.title = fields.text({"title"});
    site.description = fields.text({"description", "subtitle"});
    site.base_url = read_base_url(fields, "url", fields.text({"url"}));
    site.language = read_site_language(fields, {"language"});
    site.time_zone = read_time_zone(fields, "timezone");
    site.author = read_author(fields);
    site.front_matter_without_opener = true;

    HexoConfiguration configuration = read_hexo_configuration(fields);
    site.content = configuration.source.substr(0, configuration.source.find_last_not_of('/') + 1);
    site.notes = notes_of(fields, configuration);
    site.conventions = hexo_conventions(std::move(configuration));
}

}  // namespace

bool is_hexo(const Files& files) {
    return std::any_of(file_names.begin(), file_names.end(), [&](std::string_view name) {
        const auto file = files.find(name);
        return file != files.end() && (package_needs_hexo(files) || has_key_of_hexo(file->second));
    });
}

Description describe_hexo(const Files& files) { return describe_file(files, file_names, read_fields); }

}  // namespace tagwire::site
