#include "site/site_settings.hpp"

#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/time_zone.hpp"
#include "base/uri.hpp"
#include "content/language.hpp"
#include "content/people.hpp"

#include <utility>
#include <vector>

namespace tagwire::site {

namespace {

std::string quote(std::string_view text) { return '"' + shorten(content::plain_line(text), 40) + '"'; }

void warn(const content::Fields& fields, std::string_view key, std::string message) {
    if (const yaml::Value* value = fields.find(key)) {
        fields.warn(*value, "site-configuration", '"' + std::string(key) + "\": " + std::move(message));
    }
}

}  // namespace

const yaml::Value* member(const yaml::Value* map, std::string_view key) {
    return map == nullptr ? nullptr : map->find(key);
}

const std::string* text_of(const content::Fields& fields, std::string_view key) {
    const yaml::Value* value = fields.find(key);
    if (value == nullptr || value->kind != yaml::Kind::scalar) return nullptr;
    const bool is_boolean = !value->quoted && (value->scalar == "false" || value->scalar == "true");
    return is_boolean ? nullptr : &value->scalar;
}

std::string folder_path(std::string_view text) {
    if (text.starts_with("./")) text.remove_prefix(1);
    while (text.starts_with('/')) text.remove_prefix(1);
    while (text.ends_with('/')) text.remove_suffix(1);
    return text.empty() || text == "." ? std::string() : std::string(text) + '/';
}

bool says(const yaml::Value* value, std::string_view word) {
    return value != nullptr && lower_ascii(trim(value->scalar)) == word;
}

std::string read_base_url(const content::Fields& fields, std::string_view key, std::string_view url) {
    if (url.empty()) return {};
    std::string uri = to_uri(url).value_or("");
    if (!is_http_url(uri) || uri.find_first_of("?#") != std::string::npos) {
        warn(fields, key, quote(url) + " is no URL of a site and is ignored; write one like https://example.org/");
        return {};
    }
    while (uri.ends_with('/')) uri.pop_back();
    return uri + '/';
}

std::string read_site_language(const content::Fields& fields, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        const yaml::Value* value = fields.find(key);
        if (value == nullptr) continue;
        yaml::Value map;
        map.kind = yaml::Kind::map;
        map.members.push_back({"lang", value->mark, *value});
        Problems problems;
        std::string language = content::read_language(content::Fields(map, {}, {}, problems), {});
        if (!language.empty()) return language;
        warn(fields, key, "this is no language tag and is ignored; write one like zh-CN or en");
    }
    return {};
}

std::string read_time_zone(const content::Fields& fields, std::string_view key) {
    std::string name = fields.text({key});
    if (name.empty()) return {};
    const Result<TimeZone> zone = TimeZone::find(name);
    if (zone) return name;
    warn(fields, key, zone.error().message);
    return {};
}

content::Person read_author(const content::Fields& fields) {
    std::vector<content::Person> people = content::read_people(fields, Limits{});
    return people.empty() ? content::Person{} : std::move(people.front());
}

}  // namespace tagwire::site
