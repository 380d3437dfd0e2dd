#include "site/common_settings.hpp"
#include "site/generators.hpp"
#include "site/hexo_conventions.hpp"
#include "site/hexo_permalink.hpp"

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
    const auto needs_hexo = [&](std::string_view key) {
        const yaml::Value* packages = root.find(key);
        return packages != nullptr && packages->find("hexo") != nullptr;
    };
    return root.find("hexo") != nullptr || needs_hexo("dependencies") || needs_hexo("devDependencies");
}

// Of Hexo's configuration and no other generator's.
bool has_key_of_hexo(std::string_view text) {
    const yaml::Value root = yaml::parse(text, {}, 1, Limits{}).root;
    constexpr std::array<std::string_view, 6> keys = {"source_dir",  "new_post_name", "public_dir",
                                                      "skip_render", "render_drafts", "category_dir"};
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return root.find(key) != nullptr; });
}

// Keys are as written, values of maps and lists empty.
std::map<std::string, std::string, std::less<>> texts(const Setting* map) {
    std::map<std::string, std::string, std::less<>> texts;
    if (map == nullptr) return texts;
    for (const yaml::Member& one : map->value->members) texts[one.key] = one.value.scalar;
    return texts;
}

void set(std::string& text, const Setting& root, std::string_view key) {
    if (std::string own = root.text(key); !own.empty()) text = std::move(own);
}

HexoConfiguration read_hexo_configuration(const Setting& root) {
    HexoConfiguration configuration;
    set(configuration.source, root, "source_dir");
    configuration.source = folder_path(configuration.source);
    set(configuration.permalink, root, "permalink");
    set(configuration.new_post_name, root, "new_post_name");
    set(configuration.default_category, root, "default_category");
    configuration.permalink_defaults = texts(root.find("permalink_defaults"));
    configuration.category_names = texts(root.find("category_map"));
    if (root.says({"filename_case"}, "1")) configuration.category_case = HexoCase::lower;
    if (root.says({"filename_case"}, "2")) configuration.category_case = HexoCase::upper;
    configuration.assets_beside_posts = root.says({"post_asset_folder"}, "true");
    configuration.index_in_links = !root.says({"pretty_urls", "trailing_index"}, "false");
    configuration.extension_in_links = !root.says({"pretty_urls", "trailing_html"}, "false");
    return configuration;
}

bool has_token(std::string_view pattern, std::string_view token) {
    for (std::size_t colon = pattern.find(':'); colon != std::string_view::npos; colon = pattern.find(':', colon + 1)) {
        const std::string_view rest = pattern.substr(colon + 1);
        if (rest.substr(0, hexo_token_length(rest)) == token) return true;
    }
    return false;
}

std::vector<std::string> notes_of(const Setting& root, const HexoConfiguration& configuration) {
    std::vector<std::string> notes = {"permalink: " + configuration.permalink};
    if (has_token(configuration.permalink, "id")) {
        notes.emplace_back("not followed: \":id\" of files that give none, as only Hexo's database knows it");
    }
    for (const std::string_view key : {"render_drafts", "titlecase"}) {
        if (root.says({key}, "true")) notes.push_back("not followed: " + std::string(key));
    }
    return notes;
}

}  // namespace

bool is_hexo(const Files& files) {
    return std::any_of(file_names.begin(), file_names.end(), [&](std::string_view name) {
        const auto file = files.find(name);
        return file != files.end() && (package_needs_hexo(files) || has_key_of_hexo(file->second));
    });
}

Description describe_hexo(const Files& files) {
    Description site;
    const Settings settings = read_first_file(files, file_names, site);
    const Setting& root = settings.root();
    site.title = read_line(root, {"title"});
    site.description = read_line(root, {"description", "subtitle"});
    site.base_url = read_base_url(root.find("url"), site.problems);
    site.language = read_language(root.find("language"), site.problems);
    site.time_zone = read_time_zone(root.find("timezone"), site.problems);
    site.author = read_author({root.find("authors"), root.find("author")});
    site.front_matter_without_opener = true;

    HexoConfiguration configuration = read_hexo_configuration(root);
    site.content = without_last_slash(configuration.source);
    site.notes = notes_of(root, configuration);
    site.conventions = hexo_conventions(std::move(configuration));
    return site;
}

}  // namespace tagwire::site
