#include "base/text.hpp"
#include "content/fields.hpp"
#include "site/common_settings.hpp"
#include "site/generators.hpp"
#include "site/hugo_conventions.hpp"
#include "site/hugo_settings.hpp"
#include "site/settings.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::array<std::string_view, 4> endings = {".toml", ".yaml", ".yml", ".json"};

// Folders of configuration, in the order in which Hugo reads them for what is published.
constexpr std::array<std::string_view, 2> folders = {"config/_default/", "config/production/"};

// The one file that Hugo takes of those with its own name.
Files::const_iterator find_main_file(const Files& files) {
    for (const std::string_view name : {"hugo", "config"}) {
        for (const std::string_view ending : endings) {
            const auto found = files.find(std::string(name).append(ending));
            if (found != files.end()) return found;
        }
    }
    return files.end();
}

bool has_known_ending(std::string_view path) {
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return path.ends_with(ending); });
}

// The map that a file in a configuration folder stands for: "permalinks.toml" is `permalinks`, "params.fr.toml" is
// `languages.fr.params`, and "hugo.toml" is the whole.
std::vector<std::string> keys_of(std::string_view path) {
    std::string_view name = path.substr(path.rfind('/') + 1);
    name = name.substr(0, name.rfind('.'));
    const std::size_t dot = name.find('.');
    const std::string topic(name.substr(0, dot));
    if (dot != std::string_view::npos) {
        std::vector<std::string> keys = {"languages", std::string(name.substr(dot + 1))};
        if (topic == "params" || topic == "menu" || topic == "menus") keys.push_back(topic);
        return keys;
    }
    if (topic == "hugo" || topic == "config") return {};
    return {topic};
}

Settings read_settings(const Files& files, Description& description) {
    Settings settings;
    const auto add = [&](const Files::value_type& file, const std::vector<std::string>& keys) {
        settings.add(file.first, file.second, keys, description.problems);
        description.files.push_back(file.first);
    };
    if (const auto main = find_main_file(files); main != files.end()) add(*main, {});
    for (const std::string_view folder : folders) {
        for (auto file = files.lower_bound(folder); file != files.end() && file->first.starts_with(folder); ++file) {
            if (has_known_ending(file->first)) add(*file, keys_of(file->first));
        }
    }
    return settings;
}

// Of the default language, else of the site.
const Setting* find_for(const Setting& root, const HugoLanguage& language,
                        std::initializer_list<std::string_view> keys) {
    const Setting* own = root.find({"languages", language.key});
    const Setting* found = own == nullptr ? nullptr : own->find(keys);
    return found == nullptr ? root.find(keys) : found;
}

std::string line_for(const Setting& root, const HugoLanguage& language, std::initializer_list<std::string_view> keys) {
    const Setting* found = find_for(root, language, keys);
    return found == nullptr ? std::string() : content::plain_line(found->text());
}

std::vector<content::Taxonomy> read_taxonomies(const Setting* setting) {
    std::vector<content::Taxonomy> taxonomies;
    if (setting == nullptr) return taxonomies;
    for (const auto& [singular, plural] : setting->members) {
        const std::string name = lower_ascii(plural.text());
        if (name.empty()) continue;
        content::Taxonomy taxonomy{name, {name}};
        if (singular != name) taxonomy.keys.push_back(singular);
        taxonomies.push_back(std::move(taxonomy));
    }
    return taxonomies;
}

// The folder that the files of all languages are in; empty: that of the site.
std::string common_folder(const std::vector<HugoLanguage>& languages) {
    std::string common = languages.front().content;
    for (const HugoLanguage& language : languages) {
        const auto [end, other] =
            std::mismatch(common.begin(), common.end(), language.content.begin(), language.content.end());
        common.erase(end, common.end());
        common.erase(common.rfind('/') + 1);
    }
    if (!common.empty()) common.pop_back();
    return common;
}

void note_languages(const HugoSettings& settings, Description& description) {
    std::string keys;
    for (const HugoLanguage& language : settings.languages) {
        if (!language.disabled) keys += (keys.empty() ? "" : ", ") + language.key;
    }
    if (settings.is_multilingual()) description.notes.push_back("languages: " + keys);
}

void note_permalinks(const HugoLanguage& language, Description& description) {
    std::string patterns;
    for (const auto& [section, pattern] : language.permalinks) {
        patterns += (patterns.empty() ? "" : ", ") + (section.empty() ? "/" : section) + " → " + pattern;
    }
    if (!patterns.empty()) description.notes.push_back("permalinks: " + patterns);
}

void note_what_is_not_followed(const Setting& root, Description& description) {
    for (const std::string_view key : {"buildDrafts", "buildFuture", "buildExpired"}) {
        if (root.says({lower_ascii(key)}, "true")) description.notes.push_back(std::string(key) + " is not followed");
    }
    if (root.find({"module", "mounts"}) != nullptr) description.notes.emplace_back("module.mounts is not followed");
}

void describe_site(const Setting& root, const HugoSettings& settings, Description& description) {
    const HugoLanguage& language = settings.languages[settings.default_language];
    description.content = common_folder(settings.languages);
    description.title = line_for(root, language, {"title"});
    description.description = line_for(root, language, {"params", "description"});
    description.base_url = language.base_url;
    if (description.base_url.empty()) {
        description.base_url = read_base_url(root.find("baseurl"), description.problems);
    }
    const bool says_language = root.find("languagecode") != nullptr || root.find("defaultcontentlanguage") != nullptr ||
                               root.find("languages") != nullptr;
    if (says_language) description.language = language.code;
    description.time_zone = read_time_zone(find_for(root, language, {"timezone"}), description.problems);
    if (description.time_zone.empty()) description.time_zone = "UTC";  // wherever Hugo runs
    description.author =
        read_author({find_for(root, language, {"author"}), find_for(root, language, {"params", "author"})});
    description.taxonomies = read_taxonomies(root.find("taxonomies"));
}

}  // namespace

bool is_hugo(const Files& files) {
    const auto split = files.lower_bound(folders.front());
    if (split != files.end() && split->first.starts_with(folders.front())) return true;
    const auto main = find_main_file(files);
    if (main == files.end()) return false;
    return main->first.starts_with("hugo.") ||
           gives_key(main->second, {"baseurl", "languagecode", "permalinks", "disablekinds", "markup", "paginate"});
}

Description describe_hugo(const Files& files) {
    Description description;
    const Settings settings = read_settings(files, description);
    HugoSettings hugo = read_hugo_settings(settings.root(), description.problems);
    describe_site(settings.root(), hugo, description);
    note_languages(hugo, description);
    note_permalinks(hugo.languages[hugo.default_language], description);
    note_what_is_not_followed(settings.root(), description);
    description.notes.insert(description.notes.end(), hugo.notes.begin(), hugo.notes.end());
    description.conventions = hugo_conventions(std::move(hugo));
    return description;
}

}  // namespace tagwire::site
