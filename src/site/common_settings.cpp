#include "site/common_settings.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "base/uri.hpp"
#include "content/language.hpp"
#include "content/people.hpp"

#include <utility>

namespace tagwire::site {

namespace {

std::string quote(std::string_view text) { return '"' + shorten(content::plain_line(text), 80) + '"'; }

}  // namespace

Settings read_first_file(const Files& files, std::span<const std::string_view> names, Description& description) {
    Settings settings;
    for (const std::string_view name : names) {
        const auto file = files.find(name);
        if (file == files.end()) continue;
        settings.add(name, file->second, {}, description.problems);
        description.files.emplace_back(name);
        break;
    }
    return settings;
}

std::string read_line(const Setting& root, std::initializer_list<std::string_view> lower_keys) {
    for (const std::string_view key : lower_keys) {
        std::string line = content::plain_line(root.text(key));
        if (!line.empty()) return line;
    }
    return {};
}

std::string read_base_url(const Setting& at, std::string_view url, Problems& problems) {
    if (url.empty() || url == "/") return {};
    std::string uri = to_uri(url).value_or("");
    if (!is_http_url(uri) || uri.find_first_of("?#") != std::string::npos) {
        warn(problems, at, quote(url) + " is no URL of a site and is ignored; write one like https://example.org/");
        return {};
    }
    while (uri.ends_with('/')) uri.pop_back();
    return uri + '/';
}

std::string read_base_url(const Setting* setting, Problems& problems) {
    return setting == nullptr ? std::string() : read_base_url(*setting, setting->text(), problems);
}

std::string read_language(const Setting* setting, Problems& problems) {
    if (setting == nullptr) return {};
    const std::vector<std::string> texts = setting->texts();
    if (texts.empty()) return {};
    std::string tag = content::language_tag(texts.front());
    if (tag.empty()) {
        warn(problems, *setting,
             quote(texts.front()) + " is no language tag and is ignored; write one like zh-CN or en");
    }
    return tag;
}

std::string read_time_zone(const Setting* setting, Problems& problems) {
    std::string name = setting == nullptr ? std::string() : setting->text();
    if (name.empty()) return {};
    const Result<TimeZone> zone = TimeZone::find(name);
    if (zone) return name;
    warn(problems, *setting, zone.error().message);
    return {};
}

content::Person read_author(std::initializer_list<const Setting*> settings) {
    for (const Setting* setting : settings) {
        if (setting == nullptr || setting->value == nullptr) continue;
        yaml::Value map;
        map.kind = yaml::Kind::map;
        map.members.push_back({"author", setting->value->mark, *setting->value});
        Problems problems;
        std::vector<content::Person> people =
            content::read_people(content::Fields(map, {}, setting->file, problems), Limits{});
        if (!people.empty()) return std::move(people.front());
    }
    return {};
}

std::string folder_path(std::string_view text) {
    if (text.starts_with("./")) text.remove_prefix(1);
    while (text.starts_with('/')) text.remove_prefix(1);
    while (text.ends_with('/')) text.remove_suffix(1);
    return text.empty() || text == "." ? std::string() : std::string(text) + '/';
}

std::string without_last_slash(std::string_view folder) {
    return std::string(folder.substr(0, folder.find_last_not_of('/') + 1));
}

}  // namespace tagwire::site
