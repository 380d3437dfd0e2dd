#include "site/settings.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <utility>

namespace tagwire::site {

namespace {

Problem warning(std::string_view file, const yaml::Mark& mark, std::string message) {
    return {Severity::warning, "site-configuration", std::string(file), mark.line, mark.column, std::move(message)};
}

yaml::Document parse(std::string_view file, std::string_view text) {
    const Limits limits;
    return file.ends_with(".toml") ? yaml::parse_toml(text, file, 1, limits) : yaml::parse(text, file, 1, limits);
}

void merge(Setting& into, const yaml::Value& value, std::string_view file) {
    into.value = &value;
    into.file = file;
    if (value.kind != yaml::Kind::map) into.members.clear();
    for (const yaml::Member& member : value.members) merge(into.members[lower_ascii(member.key)], member.value, file);
}

bool is_of_key(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

// The bare or quoted key that a line begins with.
std::string_view key_of(std::string_view line) {
    const std::size_t start = std::min(line.find_first_not_of(" \t{\"'"), line.size());
    line.remove_prefix(start);
    const auto end = std::find_if_not(line.begin(), line.end(), is_of_key);
    return line.substr(0, static_cast<std::size_t>(end - line.begin()));
}

}  // namespace

const Setting* Setting::find(std::string_view lower_key) const {
    const auto found = members.find(lower_key);
    if (found == members.end()) return nullptr;
    const Setting& member = found->second;
    return member.value != nullptr && member.value->kind == yaml::Kind::null ? nullptr : &member;
}

const Setting* Setting::find(std::initializer_list<std::string_view> lower_keys) const {
    const Setting* setting = this;
    for (const std::string_view key : lower_keys) {
        setting = setting->find(key);
        if (setting == nullptr) return nullptr;
    }
    return setting;
}

std::string Setting::text() const {
    const bool is_text = value != nullptr && value->kind == yaml::Kind::scalar;
    return is_text ? std::string(trim(value->scalar)) : std::string();
}

std::string Setting::text(std::string_view lower_key) const {
    const Setting* member = find(lower_key);
    return member == nullptr ? std::string() : member->text();
}

std::vector<std::string> Setting::texts() const {
    std::vector<std::string> all;
    if (std::string one = text(); !one.empty()) all.push_back(std::move(one));
    if (value == nullptr) return all;
    for (const yaml::Value& item : value->items) {
        if (item.kind == yaml::Kind::scalar) all.emplace_back(trim(item.scalar));
    }
    return all;
}

bool Setting::says(std::string_view word) const { return equals_ignoring_ascii_case(text(), word); }

bool Setting::says(std::initializer_list<std::string_view> lower_keys, std::string_view word) const {
    const Setting* member = find(lower_keys);
    return member != nullptr && member->says(word);
}

void Settings::add(std::string_view file, std::string_view text, const std::vector<std::string>& keys,
                   Problems& problems) {
    yaml::Document document = parse(file, text);
    for (Problem& problem : document.problems) {
        problems.push_back(warning(problem.file, {problem.line, problem.column}, std::move(problem.message)));
    }
    add(file, std::move(document.root), keys);
}

void Settings::add(std::string_view file, yaml::Value map, const std::vector<std::string>& keys) {
    if (map.kind != yaml::Kind::map) return;
    const yaml::Value& value = values_.emplace_back(std::move(map));
    Setting* into = &root_;
    for (const std::string& key : keys) into = &into->members[lower_ascii(key)];
    merge(*into, value, file);
}

void warn(Problems& problems, const Setting& at, std::string message) {
    static const yaml::Value nothing;
    warn(problems, at.file, at.value == nullptr ? nothing : *at.value, std::move(message));
}

void warn(Problems& problems, std::string_view file, const yaml::Value& at, std::string message) {
    problems.push_back(warning(file, at.mark, std::move(message)));
}

bool gives_key(std::string_view text, std::initializer_list<std::string_view> lower_keys) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        const std::string key = lower_ascii(key_of(text.substr(0, end)));
        if (std::find(lower_keys.begin(), lower_keys.end(), key) != lower_keys.end()) return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

}  // namespace tagwire::site
