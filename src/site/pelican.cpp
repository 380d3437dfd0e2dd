#include "base/text.hpp"
#include "content/date_text.hpp"
#include "site/common_settings.hpp"
#include "site/generators.hpp"
#include "site/pelican_conventions.hpp"
#include "site/python_literals.hpp"

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

// A string; nullptr for all else.
const std::string* string_of(const Setting* setting) {
    const bool is_string = setting != nullptr && setting->value->kind == yaml::Kind::scalar && setting->value->quoted;
    return is_string ? &setting->value->scalar : nullptr;
}

void set(std::string& text, const Setting* setting) {
    if (const std::string* own = string_of(setting)) text = *own;
}

// Python's truth of True and of everything that is not empty, 0 or False.
bool is_true(const Setting* setting) {
    return setting != nullptr && !setting->text().empty() && !setting->says("False") && !setting->says("0");
}

std::vector<std::string> folders(const Setting* list, std::vector<std::string> fallback) {
    if (list == nullptr || list->value->kind != yaml::Kind::list) return fallback;
    std::vector<std::string> folders;
    for (const yaml::Value& item : list->value->items) folders.push_back(folder_path(item.scalar));
    return folders;
}

std::optional<PythonPattern> read_pattern(const Setting* setting, std::string_view fallback, Problems& problems) {
    const std::string* own = string_of(setting);
    const std::string_view text = own != nullptr ? std::string_view(*own) : setting != nullptr ? "" : fallback;
    if (text.empty()) return std::nullopt;
    std::optional<PythonPattern> pattern = PythonPattern::read(text);
    if (!pattern) {
        warn(problems, *setting,
             "the expression has what only Python knows, or is too long, and is ignored; write it with plain groups");
    }
    return pattern;
}

// (2012, 3, 4, 5, 6), or "2012-03-04"; "fs" is the file's time, which is taken anyway.
std::optional<LocalTime> read_default_date(const Setting* setting) {
    if (setting == nullptr) return std::nullopt;
    const yaml::Value* value = setting->value;
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
    const bool is_clock = std::all_of(parts.begin() + 3, parts.end(), [](int part) { return part >= 0 && part < 60; });
    if (time && is_clock)
        *time += std::chrono::hours(parts[3]) + std::chrono::minutes(parts[4]) + std::chrono::seconds(parts[5]);
    return time;
}

void check_url(const Setting* setting, Problems& problems) {
    if (setting == nullptr) return;
    const std::string name = unknown_pelican_field(setting->value->scalar, [](std::string_view field) {
        return field.find_first_of(".[!") == std::string_view::npos;
    });
    if (name.empty()) return;
    warn(problems, *setting, "\"{" + shorten(name, 40) + "}\" is not followed; use a plain name such as {slug}");
}

void read_folders(const Setting& root, PelicanConfiguration& configuration) {
    if (const std::string* path = string_of(root.find("path"))) configuration.content = folder_path(*path);
    configuration.article_paths = folders(root.find("article_paths"), {""});
    configuration.excluded = folders(root.find("article_excludes"), {});
    for (std::string& folder : folders(root.find("page_paths"), {"pages/"})) {
        configuration.excluded.push_back(std::move(folder));
    }
}

PelicanConfiguration read_pelican_configuration(const Setting& root, Problems& problems) {
    PelicanConfiguration configuration;
    read_folders(root, configuration);
    set(configuration.url, root.find("article_url"));
    set(configuration.url_of_translation, root.find("article_lang_url"));
    check_url(root.find("article_url"), problems);
    check_url(root.find("article_lang_url"), problems);
    set(configuration.language, root.find("default_lang"));
    set(configuration.author, root.find("author"));
    set(configuration.category, root.find("default_category"));
    const Setting* folder_is_category = root.find("use_folder_as_category");
    configuration.folder_is_category = folder_is_category == nullptr || is_true(folder_is_category);
    if (const std::string* source = string_of(root.find("slugify_source"))) {
        configuration.slug_from_name = *source == "basename";
    }
    configuration.slugs = {is_true(root.find("slugify_preserve_case")), is_true(root.find("slugify_use_unicode"))};
    configuration.name_pattern =
        read_pattern(root.find("filename_metadata"), R"((?P<date>\d{4}-\d{2}-\d{2}).*)", problems);
    configuration.path_pattern = read_pattern(root.find("path_metadata"), "", problems);
    configuration.default_date = read_default_date(root.find("default_date"));
    if (const Setting* defaults = root.find("default_metadata")) configuration.defaults = *defaults->value;
    return configuration;
}

std::vector<std::string> notes_of(const Setting& root, const PelicanConfiguration& configuration) {
    std::vector<std::string> notes = {"permalink: " + configuration.url, "not read: articles in reStructuredText"};
    if (!configuration.slugs.keep_letters) {
        notes.emplace_back("not followed: other scripts than Latin are not transliterated in slugs");
    }
    for (const std::string_view key : {"SLUG_REGEX_SUBSTITUTIONS", "EXTRA_PATH_METADATA", "PLUGINS"}) {
        if (root.find(lower_ascii(key)) != nullptr) notes.push_back("not followed: " + std::string(key));
    }
    return notes;
}

void warn_of_computed(const PythonSettings& settings, std::string_view path, Problems& problems) {
    for (const auto& [name, mark] : settings.computed) {
        if (std::find(settings_read.begin(), settings_read.end(), name) == settings_read.end()) continue;
        yaml::Value at;
        at.mark = mark;
        warn(problems, path, at,
             name + " is computed, which only Python can do, and is ignored; write its value there");
    }
}

Settings read_settings(const Files& files, Description& site) {
    Settings settings;
    for (const std::string_view path : file_names) {
        const auto file = files.find(path);
        if (file == files.end()) continue;
        PythonSettings python = read_python_settings(file->second);
        warn_of_computed(python, path, site.problems);
        settings.add(path, std::move(python.root));
        site.files.emplace_back(path);
    }
    return settings;
}

}  // namespace

bool is_pelican(const Files& files) { return files.find(file_names[0]) != files.end(); }

Description describe_pelican(const Files& files) {
    Description site;
    const Settings settings = read_settings(files, site);
    const Setting& root = settings.root();
    site.title = read_line(root, {"sitename"});
    site.description = read_line(root, {"sitesubtitle"});
    site.base_url = read_base_url(root.find("siteurl"), site.problems);
    site.language = read_language(root.find("default_lang"), site.problems);
    site.time_zone = read_time_zone(root.find("timezone"), site.problems);
    site.author = read_author({root.find("author")});
    site.front_matter_headers = true;

    PelicanConfiguration configuration = read_pelican_configuration(root, site.problems);
    site.content = without_last_slash(configuration.content);
    site.notes = notes_of(root, configuration);
    site.conventions = pelican_conventions(std::move(configuration));
    return site;
}

}  // namespace tagwire::site
