#include "site/common_settings.hpp"
#include "site/generators.hpp"
#include "site/jekyll_conventions.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::site {

namespace {

// The first of them is read (jekyll/configuration.rb).
constexpr std::array<std::string_view, 3> file_names = {"_config.yml", "_config.yaml", "_config.toml"};

std::string base_url(const Setting& root, Problems& problems) {
    std::string url = root.text("url");
    while (url.ends_with('/')) url.pop_back();
    if (url.empty()) return {};
    std::string folder = root.text("baseurl");
    if (!folder.empty() && folder.front() != '/') folder.insert(0, 1, '/');
    return read_base_url(*root.find("url"), url + folder, problems);
}

std::vector<std::string> notes_of(const Setting& root, const JekyllConfiguration& configuration) {
    std::vector<std::string> notes;
    for (const auto& [collection, pattern] : configuration.permalinks) {
        std::string note = collection == "posts" ? std::string() : collection + ": ";
        notes.push_back(note.append("permalink: ").append(pattern));
    }
    if (!configuration.defaults.empty()) {
        notes.push_back("defaults: " + std::to_string(configuration.defaults.size()));
    }
    for (const std::string_view key : {"future", "unpublished", "show_drafts"}) {
        if (root.says({key}, "true")) notes.push_back("not followed: " + std::string(key));
    }
    if (root.says({"feed", "excerpt_only"}, "true")) notes.emplace_back("not followed: feed.excerpt_only");
    return notes;
}

// The first paragraph ends with an empty line anyway.
std::string excerpt_separator(const Setting& root) {
    const Setting* separator = root.find("excerpt_separator");
    return separator == nullptr || separator->text().empty() ? std::string() : separator->value->scalar;
}

}  // namespace

bool is_jekyll(const Files& files) {
    return std::any_of(file_names.begin(), file_names.end(),
                       [&](std::string_view name) { return files.find(name) != files.end(); });
}

Description describe_jekyll(const Files& files) {
    Description site;
    const Settings settings = read_first_file(files, file_names, site);
    const Setting& root = settings.root();
    site.title = read_line(root, {"title", "name"});
    site.description = read_line(root, {"description"});
    site.base_url = base_url(root, site.problems);
    const Setting* language = root.find("lang");
    site.language = read_language(language != nullptr ? language : root.find("locale"), site.problems);
    site.time_zone = read_time_zone(root.find("timezone"), site.problems);
    site.author = read_author({root.find("authors"), root.find("author")});
    site.excerpt_separator = excerpt_separator(root);

    JekyllConfiguration configuration = read_jekyll_configuration(root, site.problems);
    site.content = without_last_slash(configuration.source);
    const std::string destination = read_line(root, {"destination"});
    site.passed_over = {destination.empty() ? "_site" : destination.substr(destination.rfind('/') + 1), "_layouts",
                        "_includes", "_sass"};
    site.notes = notes_of(root, configuration);
    site.conventions = jekyll_conventions(std::move(configuration));
    return site;
}

}  // namespace tagwire::site
