#include "content/fields.hpp"

#include "base/text.hpp"
#include "content/body.hpp"

#include <algorithm>
#include <array>

namespace tagwire::content {

namespace {

constexpr std::array<std::string_view, 4> yes_words = {"true", "yes", "on", "1"};

bool is_joint(char c) { return c == '_' || c == '-'; }

bool is_folded(std::string_view key) {
    return std::none_of(key.begin(), key.end(), [](char c) { return is_joint(c) || (c >= 'A' && c <= 'Z'); });
}

std::string fold_key(std::string_view key) {
    std::string folded = lower_ascii(key);
    folded.erase(std::remove_if(folded.begin(), folded.end(), is_joint), folded.end());
    return folded;
}

std::string join_lines(std::string_view text) {
    std::string line;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view part = trim(text.substr(0, end));
        if (!part.empty()) line.append(line.empty() ? "" : " ").append(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return line;
}

}  // namespace

Fields::Fields(const yaml::Value& root, const std::vector<const yaml::Value*>& defaults, std::string_view file,
               Problems& problems)
    : file_(file),
      problems_(problems) {
    members_.reserve(root.members.size());
    for (const yaml::Value* map : defaults) add(*map);
    add(root);
}

void Fields::add(const yaml::Value& map) {
    for (const yaml::Member& member : map.members) {
        members_.emplace_back(is_folded(member.key) ? member.key : fold_key(member.key), &member.value);
    }
}

const yaml::Value* Fields::find(std::string_view key) const {
    if (!is_folded(key)) return find(fold_key(key));
    const auto found =
        std::find_if(members_.rbegin(), members_.rend(), [&](const auto& member) { return member.first == key; });
    return found == members_.rend() || found->second->kind == yaml::Kind::null ? nullptr : found->second;
}

std::string Fields::text(std::initializer_list<std::string_view> keys) const {
    for (const std::string_view key : keys) {
        const yaml::Value* value = find(key);
        if (value == nullptr) continue;
        if (value->kind != yaml::Kind::scalar) {
            warn(*value, "front-matter-value", '"' + std::string(key) + "\" must be one text and is ignored; quote it");
            continue;
        }
        std::string line = plain_line(value->scalar);
        if (!line.empty()) return line;
    }
    return {};
}

bool Fields::is_yes(std::string_view key) const {
    const yaml::Value* value = find(key);
    if (value == nullptr) return false;
    return std::find(yes_words.begin(), yes_words.end(), lower_ascii(trim(value->scalar))) != yes_words.end();
}

void Fields::warn(const yaml::Value& at, std::string code, std::string message) const {
    problems_.push_back(
        {Severity::warning, std::move(code), std::string(file_), at.mark.line, at.mark.column, std::move(message)});
}

std::string plain_line(std::string_view text) {
    const bool has_references = text.find('&') != std::string_view::npos;
    return join_lines(clean_text(has_references ? decode_references(text) : std::string(text)).text);
}

}  // namespace tagwire::content
