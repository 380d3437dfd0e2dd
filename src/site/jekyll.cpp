#include "base/text.hpp"
#include "content/fields.hpp"
#include "site/configuration_file.hpp"
#include "site/generators.hpp"
#include "site/jekyll_conventions.hpp"
#include "site/site_settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::site {

namespace {

// The first of them is read (jekyll/configuration.rb).
constexpr std::array<std::string_view, 3> file_names = {"_config.yml", "_config.yaml", "_config.toml"};

std::string base_url(const content::Fields& fields) {
    std::string url = fields.text({"url"});
    while (url.ends_with('/')) url.pop_back();
    std::string folder = fields.text({"baseurl"});
    if (!folder.empty() && folder.front() != '/') folder.insert(0, 1, '/');
    return read_base_url(fields, "url", url.empty() ? url : url + folder);
}

std::vector<std::string> notes_of(const content::Fields& fields, const JekyllConfiguration& configuration) {
    std::vector<std::string> notes;
    for (const auto& [collection, pattern] : configuration.permalinks) {
        notes.push_back((collection == "posts" ? std::string() : collection + ": ") + "permalink: " + pattern);
    }
    if (!configuration.defaults.empty()) {
        notes.push_back("defaults: " + std::to_string(configuration.defaults.size()));
    }
    for (const std::string_view key : {"future", "unpublished", "show_drafts"}) {
        if (says(fields.find(key), "true")) notes.push_back("not followed: " + std::string(key));
    }
    const yaml::Value* feed = fields.find("feed");
    if (says(member(feed, "excerpt_only"), "true")) notes.emplace_back("not followed: feed.excerpt_only");
    return notes;
}

// The first paragraph ends with an empty line anyway.
std::string excerpt_separator(const content::Fields& fields) {
    const yaml::Value* separator = fields.find("excerpt_separator");
    const bool has_text = separator != nullptr && !trim(separator->scalar).empty();
    return has_text ? separator->scalar : std::string();
}

void read_fields(const content::Fields& fields, Description& site) {
    site.title = fields.text({"title", "name"});
    site.description = fields.text({"description"});
    site.base_url = base_url(fields);
    site.language = read_site_language(fields, {"lang", "locale"});
    site.time_zone = read_time_zone(fields, "timezone");
    site.author = read_author(fields);
    site.excerpt_separator = excerpt_separator(fields);

    JekyllConfiguration configuration = read_jekyll_configuration(fields);
    site.content = configuration.source.substr(0, configuration.source.find_last_not_of('/') + 1);
    const std::string destination = fields.text({"destination"});
    site.passed_over = {destination.empty() ? "_site" : destination.substr(destination.rfind('/') + 1), "_layouts",
                        "_includes", "_sass"};
    site.notes = notes_of(fields, configuration);
    site.conventions = jekyll_conventions(std::move(configuration));
}

}  // namespace

bool is_jekyll(const Files& files) {
    return std::any_of(file_names.begin(), file_names.end(),
                       [&](std::string_view name) { return files.find(name) != files.end(); });
}

Description describe_jekyll(const Files& files) { return describe_file(files, file_names, read_fields); }

}  // namespace tagwire::site
