#include "content/title.hpp"

#include "base/text.hpp"
#include "content/html_policy.hpp"

#include <vector>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t tag_octets_max = 1024;

struct Tag {
    std::size_t begin;
    std::size_t length;
    std::string name;
    bool closes;
};

// The tag of an inline element that `title` has at `at`; its length is 0 if there is none.
Tag tag_at(std::string_view title, std::size_t at) {
    const std::string_view text = title.substr(at, tag_octets_max);
    const bool closes = text.starts_with("</");
    const std::size_t begin = closes ? 2 : 1;
    const std::size_t name_end = text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", begin);
    const std::size_t end = name_end == npos ? npos : text.find_first_of("<>", name_end);
    if (end == npos || text[end] == '<' || std::string_view(" \t\n/>").find(text[name_end]) == npos)
        return {at, 0, {}, false};
    const std::string name = lower_ascii(text.substr(begin, name_end - begin));
    const ElementRule* rule = find_element(name);
    const bool known = name == "font" || (rule != nullptr && rule->flow == Flow::phrasing);
    return {at, known ? end + 1 : 0, name, closes};
}

// In order; those that are void, or have their counterpart.
std::vector<Tag> paired_tags(std::string_view title) {
    std::vector<Tag> tags;
    std::vector<std::size_t> open;
    std::vector<bool> paired;
    for (auto at = title.find('<'); at != npos; at = title.find('<', at + 1)) {
        Tag tag = tag_at(title, at);
        if (tag.length == 0) continue;
        paired.push_back(is_void(tag.name));
        tags.push_back(std::move(tag));
        if (paired.back()) continue;
        if (!tags.back().closes) {
            open.push_back(tags.size() - 1);
        } else if (!open.empty() && tags[open.back()].name == tags.back().name) {
            paired[open.back()] = paired.back() = true;
            open.pop_back();
        }
    }
    std::vector<Tag> kept;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        if (paired[i]) kept.push_back(std::move(tags[i]));
    }
    return kept;
}

}  // namespace

std::string plain_title(std::string_view written) {
    std::string text;
    std::size_t copied = 0;
    for (const Tag& tag : paired_tags(written)) {
        text.append(written, copied, tag.begin - copied);
        if (tag.name == "br") text += '\n';
        copied = tag.begin + tag.length;
    }
    return plain_line(text.append(written, copied));
}

std::string read_title(const Fields& fields) {
    const yaml::Value* value = fields.find("title");
    const bool is_text = value != nullptr && value->kind == yaml::Kind::scalar;
    return is_text ? plain_title(value->scalar) : fields.text({"title"});
}

}  // namespace tagwire::content
