// https://www.getzola.org/documentation/getting-started/configuration/
#include "base/text.hpp"
#include "site/common_settings.hpp"
#include "site/generators.hpp"
#include "site/zola_conventions.hpp"

#include <utility>

namespace tagwire::site {

namespace {

constexpr std::string_view configuration_file = "config.toml";

ZolaSlugs read_slugs(const Setting* setting, Problems& problems) {
    if (setting == nullptr) return ZolaSlugs::on;
    const std::string text = lower_ascii(setting->text());
    if (text == "safe") return ZolaSlugs::safe;
    if (text == "off" || text == "false") return ZolaSlugs::off;
    if (!text.empty() && text != "on" && text != "true") {
        warn(problems, *setting,
             "\"" + shorten(text, 40) + "\" is taken for \"on\"; write \"on\", \"safe\" or \"off\"");
    }
    return ZolaSlugs::on;
}

ZolaSettings read_zola_settings(const Setting& root, Problems& problems) {
    ZolaSettings settings;
    if (const std::string text = root.text("default_language"); !text.empty()) settings.default_language = text;
    if (const Setting* languages = root.find("languages"); languages != nullptr && languages->value != nullptr) {
        for (const yaml::Member& language : languages->value->members) {
            if (language.key != settings.default_language) settings.other_languages.insert(language.key);
        }
    }
    settings.slugs = read_slugs(root.find({"slugify", "paths"}), problems);
    settings.keep_dates = root.says({"slugify", "paths_keep_dates"}, "true");
    return settings;
}

// A list of maps with a `name`.
std::vector<content::Taxonomy> read_taxonomies(const Setting* setting) {
    std::vector<content::Taxonomy> taxonomies;
    if (setting == nullptr) return taxonomies;
    for (const yaml::Value& item : setting->value->items) {
        const yaml::Value* name = item.find("name");
        const std::string key = name == nullptr ? std::string() : lower_ascii(trim(name->scalar));
        if (!key.empty()) taxonomies.push_back({key, {key}});
    }
    return taxonomies;
}

std::vector<std::string> notes_of(const Setting& root, const ZolaSettings& settings) {
    std::vector<std::string> notes;
    std::string languages = settings.default_language;
    for (const std::string& language : settings.other_languages) languages += ", " + language;
    if (!settings.other_languages.empty()) notes.push_back("languages: " + languages);
    if (settings.slugs == ZolaSlugs::on)
        notes.emplace_back("slugs keep the letters that are not Latin, Greek or Cyrillic");
    if (root.find("ignored_content") != nullptr) notes.emplace_back("ignored_content is not followed");
    return notes;
}

}  // namespace

bool is_zola(const Files& files) {
    const auto file = files.find(configuration_file);
    return file != files.end() && gives_key(file->second, {"base_url"}) && !gives_key(file->second, {"baseurl"});
}

Description describe_zola(const Files& files) {
    Description description;
    const Settings settings = read_first_file(files, {&configuration_file, 1}, description);
    const Setting& root = settings.root();
    ZolaSettings zola = read_zola_settings(root, description.problems);
    description.content = "content";
    description.title = read_line(root, {"title"});
    description.description = read_line(root, {"description"});
    description.base_url = read_base_url(root.find("base_url"), description.problems);
    description.language = read_language(root.find("default_language"), description.problems);
    description.time_zone = "UTC";  // of dates without a zone
    description.author = read_author({root.find("author"), root.find({"extra", "author"})});
    description.taxonomies = read_taxonomies(root.find("taxonomies"));
    description.notes = notes_of(root, zola);
    description.conventions = zola_conventions(std::move(zola));
    return description;
}

}  // namespace tagwire::site
