#include "base/text.hpp"
#include "content/date_text.hpp"
#include "content/fields.hpp"
#include "site/configuration_file.hpp"
#include "site/generators.hpp"
#include "site/pelican_conventions.hpp"
#include "site/python_literals.hpp"
#include "site/site_settings.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

namespace tagwire::site {

namespace {

// What the second of them says counts more: it is for the site as it is published.
constexpr std::array<std::string_view, 2> file_names = {"pelicanconf.py", "publishconf.py"};

// Settings that are read, and may not be computed.
constexpr std::array<std::string_view, 12> settings_read = {
    "SITENAME",    "SITEURL",          "AUTHOR",        "TIMEZONE",         "DEFAULT_LANG",     "PATH",
    "ARTICLE_URL", "ARTICLE_LANG_URL", "ARTICLE_PATHS", "ARTICLE_EXCLUDES", "DEFAULT_CATEGORY", "FILENAME_METADATA"};

const std::string* string_of(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    return value != nullptr && value->kind == yaml::Kind::scalar && value->quoted ? &value->scalar : nullptr;
}

void set(std::string& text, const content::Fields& fields, std::string_view key) {
    if (const std::string* own = string_of(fields, key)) text = *own;
}

// Python's truth of True and of everything that is not empty, 0 or False.
bool is_true(const content::Fields& fields, std::string_view key, const char* fallback) {
    const yaml::Value* value = fields.find(key);
    const std::string text = value == nullptr ? fallback : value->scalar;
    return !text.empty() && text != "False" && text != "0";
}

std::vector<std::string> folders(const yaml::Value* list, std::vector<std::string> fallback) {
    if (list == nullptr || list->kind != yaml::Kind::list) return fallback;
    std::vector<std::string> folders;
    for (const yaml::Value& item : list->items) folders.push_back(folder_path(item.scalar));
    return folders;
}

std::optional<PythonPattern> read_pattern(const content::Fields& fields, std::string_view key,
                                          std::string_view fallback) {
    const yaml::Value* value = fields.find(key);
    const std::string* own = string_of(fields, key);
    const std::string_view text = own != nullptr ? std::string_view(*own) : value != nullptr ? "" : fallback;
    if (text.empty()) return std::nullopt;
    std::optional<PythonPattern> pattern = PythonPattern::read(text);
    if (!pattern) {
        fields.warn(*value, "site-configuration",
                    "the expression of " + std::string(key) +
                        " has what only Python knows, and is ignored; write it with plain groups");
    }
    return pattern;
}

// (2012, 3, 4, 5, 6), or "2012-03-04"; "fs" is the file's time, which is taken anyway.
std::optional<LocalTime> read_default_date(const yaml::Value* value) {
    if (value == nullptr) return std::nullopt;
    std::array<int, 6> parts{};  // from the year to the second
    const std::size_t count = std::min(parts.size(), value->items.size());
    for (std::size_t i = 0; i < count; ++i) {
        const std::string& text = value->items[i].scalar;
        std::from_chars(text.data(), text.data() + text.size(), parts[i]);
    }
    std::string date = value->scalar;
    if (count >= 3) {
        date = std::to_string(parts[0]) + '-' + std::to_string(parts[1]) + '-' + std::to_string(parts[2]);
    }
    std::string_view rest = date;
    std::optional<LocalTime> time = content::take_day(rest, '-');
    if (time) *time += std::chrono::hours(parts[3]) + std::chrono::minutes(parts[4]) + std::chrono::seconds(parts[5]);
    return time;
}

void check_url(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    if (value == nullptr) return;
    const std::string name = unknown_pelican_field(
        value->scalar, [](std::string_view field) { return field.find_first_of(".[!") == std::string_view::npos; });
    if (name.empty()) return;
    fields.warn(*value, "site-configuration",
                "\"{" + name + "}\" in " + std::string(key) + " is not followed; use a plain name such as {slug}");
}

PelicanConfiguration read_pelican_configuration(const content::Fields& fields) {
    PelicanConfiguration configuration;
    if (const std::string* path = string_of(fields, "PATH")) configuration.content = folder_path(*path);
    configuration.article_paths = folders(fields.find("ARTICLE_PATHS"), {""});
    configuration.excluded = folders(fields.find("ARTICLE_EXCLUDES"), {});
    for (std::string& folder : folders(fields.find("PAGE_PATHS"), {"pages/"})) {
        configuration.excluded.push_back(std::move(folder));
    }
    set(configuration.url, fields, "ARTICLE_URL");
    set(configuration.url_of_translation, fields, "ARTICLE_LANG_URL");
    check_url(fields, "ARTICLE_URL");
    check_url(fields, "ARTICLE_LANG_URL");
    set(configuration.language, fields, "DEFAULT_LANG");
    set(configuration.author, fields, "AUTHOR");
    set(configuration.category, fields, "DEFAULT_CATEGORY");
    configuration.folder_is_category = is_true(fields, "USE_FOLDER_AS_CATEGORY", "True");
    if (const std::string* source = string_of(fields, "SLUGIFY_SOURCE")) {
        configuration.slug_from_name = *source == "basename";
    }
    configuration.slugs = {is_true(fields, "SLUGIFY_PRESERVE_CASE", ""), is_true(fields, "SLUGIFY_USE_UNICODE", "")};
    configuration.name_pattern = read_pattern(fields, "FILENAME_METADATA", R"((?P<date>\d{4}-\d{2}-\d{2}).*)");
    configuration.path_pattern = read_pattern(fields, "PATH_METADATA", "");
    configuration.default_date = read_default_date(fields.find("DEFAULT_DATE"));
    if (const yaml::Value* defaults = fields.find("DEFAULT_METADATA")) configuration.defaults = *defaults;
    return configuration;
}

std::vector<std::string> notes_of(const content::Fields& fields, const PelicanConfiguration& configuration) {
    std::vector<std::string> notes = {"permalink: " + configuration.url, "not read: articles in reStructuredText"};
    if (!configuration.slugs.keep_letters) {
        notes.emplace_back("not followed: other scripts than Latin are not transliterated in slugs");
    }
    for (const std::string_view key : {"SLUG_REGEX_SUBSTITUTIONS", "EXTRA_PATH_METADATA", "PLUGINS"}) {
        if (fields.find(key) != nullptr) notes.push_back("not followed: " + std::string(key));
    }
    return notes;
}

void read_fields(const content::Fields& fields, Description& site) {
    site.title = fields.text({"SITENAME"});
    site.description = fields.text({"SITESUBTITLE"});
    site.base_url = read_base_url(fields, "SITEURL", fields.text({"SITEURL"}));
    site.language = read_site_language(fields, {"DEFAULT_LANG"});
    site.time_zone = read_time_zone(fields, "TIMEZONE");
    site.author = read_author(fields);
    site.front_matter_headers = true;

    PelicanConfiguration configuration = read_pelican_configuration(fields);
    site.content = configuration.content.substr(0, configuration.content.find_last_not_of('/') + 1);
    site.notes = notes_of(fields, configuration);
    site.conventions = pelican_conventions(std::move(configuration));
}

void warn_of_computed(const PythonSettings& settings, std::string_view path, Problems& problems) {
    for (const auto& [name, mark] : settings.computed) {
        if (std::find(settings_read.begin(), settings_read.end(), name) == settings_read.end()) continue;
        problems.push_back({Severity::warning, "site-configuration", std::string(path), mark.line, mark.column,
                            name + " is computed, which only Python can do, and is ignored; write its value there"});
    }
}

}  // namespace

bool is_pelican(const Files& files) { return files.find(file_names[0]) != files.end(); }

Description describe_pelican(const Files& files) {
    Description site;
    yaml::Value root;
    root.kind = yaml::Kind::map;
    std::string path;
    for (const std::string_view name : file_names) {
        const auto file = files.find(name);
        if (file == files.end()) continue;
        path = file->first;
        site.files.push_back(path);
        PythonSettings settings = read_python_settings(file->second);
        warn_of_computed(settings, path, site.problems);
        std::move(settings.root.members.begin(), settings.root.members.end(), std::back_inserter(root.members));
    }
    describe_values(root, path, read_fields, site);
    return site;
}

}  // namespace tagwire::site
