#include "site/hugo_settings.hpp"

#include "base/text.hpp"
#include "content/language.hpp"
#include "site/common_settings.hpp"
#include "site/hugo_permalink.hpp"
#include "site/page_url.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace tagwire::site {

namespace {

std::string folder_of(std::string_view text) {
    std::string folder = clean_path(text);
    return folder.empty() ? folder : folder + '/';
}

long weight_of(const Setting& language) {
    const std::string text = language.text("weight");
    long weight = 0;
    std::from_chars(text.data(), text.data() + text.size(), weight);
    return weight;
}

using Patterns = std::map<std::string, std::string, std::less<>>;

Patterns read_permalinks(const Setting* permalinks, Problems& problems) {
    Patterns patterns;
    if (permalinks == nullptr) return patterns;
    // From 0.115 on, those of pages stand apart from those of sections.
    if (const Setting* of_pages = permalinks->find("page"); of_pages != nullptr && !of_pages->members.empty()) {
        permalinks = of_pages;
    }
    for (const auto& [section, pattern] : permalinks->members) {
        const std::string text = pattern.text();
        if (text.empty()) continue;
        if (const std::string token = find_unknown_token(text); !token.empty()) {
            std::string message = "the permalink \"" + text + "\" is ignored, as :";
            message.append(token).append(" is not known; use one like /:year/:month/:slug/");
            warn(problems, pattern, std::move(message));
            continue;
        }
        patterns.emplace(clean_path(section), text);
    }
    return patterns;
}

// `inherited` is what the site says for all languages.
HugoLanguage read_language(const HugoLanguage& inherited, const std::string& key, const Setting& own,
                           Problems& problems) {
    HugoLanguage language;
    language.key = key;
    language.code = content::language_tag(own.text("languagecode"));
    language.weight = weight_of(own);
    language.disabled = own.says({"disabled"}, "true");
    const std::string content = own.text("contentdir");
    language.content = content.empty() ? inherited.content : folder_of(content);
    const Setting* permalinks = own.find("permalinks");
    language.permalinks = permalinks == nullptr ? inherited.permalinks : read_permalinks(permalinks, problems);
    language.base_url = read_base_url(own.find("baseurl"), problems);
    return language;
}

void read_languages(const Setting& root, HugoSettings& settings, Problems& problems) {
    const std::string named = lower_ascii(root.text("defaultcontentlanguage"));
    const std::string default_key = named.empty() ? "en" : named;
    HugoLanguage inherited;
    inherited.content = folder_of(root.text("contentdir").empty() ? "content" : root.text("contentdir"));
    inherited.permalinks = read_permalinks(root.find("permalinks"), problems);
    if (const Setting* languages = root.find("languages")) {
        for (const auto& [key, own] : languages->members) {
            settings.languages.push_back(read_language(inherited, key, own, problems));
        }
    }
    std::vector<HugoLanguage>& all = settings.languages;
    if (all.empty()) all.push_back(read_language(inherited, default_key, {}, problems));
    if (const Setting* disabled = root.find("disablelanguages")) {
        const std::vector<std::string> keys = disabled->texts();
        for (HugoLanguage& language : all) {
            if (std::find(keys.begin(), keys.end(), language.key) != keys.end()) language.disabled = true;
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.weight < b.weight; });
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const HugoLanguage& one) { return one.key == default_key; });
    settings.default_language = found == all.end() ? 0 : static_cast<std::size_t>(found - all.begin());
    HugoLanguage& main = all[settings.default_language];
    if (main.code.empty()) main.code = content::language_tag(root.text("languagecode"));
    for (HugoLanguage& language : all) {
        if (language.code.empty()) language.code = content::language_tag(language.key);
    }
}

void read_ugly_urls(const Setting* setting, HugoSettings& settings) {
    if (setting == nullptr) return;
    settings.ugly_urls = setting->says("true");
    for (const auto& [section, is_ugly] : setting->members) {
        if (is_ugly.says("true")) settings.ugly_sections.insert(section);
    }
}

// The keys that a page's date is looked for in, with those that Hugo takes for the same.
std::vector<std::string> read_date_keys(const Setting* setting) {
    std::vector<std::string> keys;
    for (const std::string& text : setting == nullptr ? std::vector<std::string>{":default"} : setting->texts()) {
        const std::string key = lower_ascii(text);
        const bool all = key == ":default";
        if (all) keys.emplace_back("date");
        if (all || key == "publishdate") keys.insert(keys.end(), {"publishdate", "pubdate", "published"});
        if (all || key == "lastmod") keys.insert(keys.end(), {"lastmod", "modified"});
        if (!all && key != "publishdate" && key != "lastmod") keys.push_back(key);
    }
    return keys;
}

void read_cascade(const yaml::Value& map, HugoSettings& settings) {
    HugoCascade cascade;
    cascade.defaults = map;
    if (const yaml::Value* target = map.find_any_case("_target")) {
        const auto text = [&](std::string_view key) {
            const yaml::Value* value = target->find_any_case(key);
            return value == nullptr ? std::string() : lower_ascii(trim(value->scalar));
        };
        const bool of_pages = text("kind").empty() || text("kind").find("page") != std::string::npos;
        const bool of_builds = text("environment").empty() || text("environment") == "production";
        if (!of_pages || !of_builds) return;
        cascade.path = text("path");
        cascade.language = text("lang");
        std::vector<yaml::Member>& members = cascade.defaults.members;
        members.erase(std::remove_if(members.begin(), members.end(),
                                     [](const yaml::Member& member) { return lower_ascii(member.key) == "_target"; }),
                      members.end());
    }
    settings.cascades.push_back(std::move(cascade));
}

// One cascade, or a list; of several that name a page the first one counts.
void read_cascades(const Setting* setting, HugoSettings& settings) {
    if (setting == nullptr) return;
    if (setting->value->kind == yaml::Kind::map) read_cascade(*setting->value, settings);
    const std::vector<yaml::Value>& items = setting->value->items;
    for (std::size_t left = items.size(); left > 0; --left) {
        const yaml::Value& item = items[left - 1];
        if (item.kind == yaml::Kind::map) read_cascade(item, settings);
    }
}

// A regular expression that stands for a text and perhaps the end, as "\\.draft\\.md$" does; nothing for others.
std::optional<HugoIgnoredName> read_ignored_name(std::string_view expression) {
    HugoIgnoredName name;
    if (expression.ends_with('$')) {
        name.at_end = true;
        expression.remove_suffix(1);
    }
    for (std::size_t i = 0; i < expression.size(); ++i) {
        const bool escaped = expression[i] == '\\' && i + 1 < expression.size();
        if (escaped) ++i;
        if (std::string_view("^$.*+?()[]{}|\\").find(expression[i]) != std::string_view::npos ? !escaped : escaped) {
            return std::nullopt;
        }
        name.text += expression[i];
    }
    if (name.text.empty()) return std::nullopt;
    return name;
}

void read_ignored_names(const Setting* setting, HugoSettings& settings) {
    if (setting == nullptr) return;
    for (const std::string& expression : setting->texts()) {
        if (auto name = read_ignored_name(expression)) {
            settings.ignored_names.push_back(*std::move(name));
        } else {
            settings.notes.push_back("ignoreFiles: " + expression + " is not followed");
        }
    }
}

}  // namespace

bool HugoSettings::is_multilingual() const {
    return std::count_if(languages.begin(), languages.end(), [](const auto& one) { return !one.disabled; }) > 1;
}

bool HugoSettings::dates_names() const {
    return std::find(date_keys.begin(), date_keys.end(), ":filename") != date_keys.end();
}

const HugoLanguage* HugoSettings::find_language(std::string_view key) const {
    const auto found =
        std::find_if(languages.begin(), languages.end(), [&](const auto& language) { return language.key == key; });
    return found == languages.end() ? nullptr : &*found;
}

HugoSettings read_hugo_settings(const Setting& root, Problems& problems) {
    HugoSettings settings;
    read_languages(root, settings, problems);
    settings.default_in_subfolder = root.says({"defaultcontentlanguageinsubdir"}, "true");
    settings.paths.lower_case = !root.says({"disablepathtolower"}, "true");
    settings.paths.strip_accents = root.says({"removepathaccents"}, "true");
    read_ugly_urls(root.find("uglyurls"), settings);
    settings.date_keys = read_date_keys(root.find({"frontmatter", "date"}));
    read_cascades(root.find("cascade"), settings);
    read_ignored_names(root.find("ignorefiles"), settings);
    return settings;
}

}  // namespace tagwire::site
