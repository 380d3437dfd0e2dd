// https://www.getzola.org/documentation/getting-started/configuration/
#include "base/text.hpp"
#include "site/generators.hpp"
#include "site/settings.hpp"
#include "site/zola_conventions.hpp"

#include <utility>

namespace tagwire::site {

namespace {

constexpr std::string_view configuration_file = "config.toml";

std::string line_of(const Setting& root, std::string_view key) {
    return collapse_blanks(clean_text(root.text(key)).text);
}

ZolaSlugs read_slugs(const Setting* setting, Problems& problems) {
    const std::string text = setting == nullptr ? std::string() : lower_ascii(setting->text());
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
    const Setting* keep_dates = root.find({"slugify", "paths_keep_dates"});
    settings.keep_dates = keep_dates != nullptr && keep_dates->is_true();
    return settings;
}

content::Person read_author(const Setting& root) {
    const Setting* extra = root.find({"extra", "author"});
    for (const Setting* author : {root.find("author"), extra, extra == nullptr ? nullptr : extra->find("name")}) {
        if (author != nullptr && !author->text().empty()) return {clean_text(author->text()).text, {}, {}};
    }
    return {};
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
    Settings settings;
    if (const auto file = files.find(configuration_file); file != files.end()) {
        settings.add(file->first, file->second, {}, description.problems);
        description.files.push_back(file->first);
    }
    const Setting& root = settings.root();
    ZolaSettings zola = read_zola_settings(root, description.problems);
    description.content = "content";
    description.title = line_of(root, "title");
    description.description = line_of(root, "description");
    if (const Setting* url = root.find("base_url")) description.base_url = read_base_url(*url, description.problems);
    description.language = language_tag(root.text("default_language"));
    description.time_zone = "UTC";  // of dates without a zone
    description.author = read_author(root);
    description.taxonomies = read_taxonomies(root.find("taxonomies"));
    description.notes = notes_of(root, zola);
    description.conventions = zola_conventions(std::move(zola));
    return description;
}

}  // namespace tagwire::site
