#include "content/template_tag.hpp"

#include <algorithm>
#include <array>

namespace tagwire::content {

namespace {

constexpr auto npos = std::string_view::npos;
constexpr std::size_t tag_octets_max = 4096;
constexpr std::string_view blanks = " \t\n";
constexpr std::string_view quotes = "\"'`";

struct Delimiters {
    std::string_view opener;
    std::string_view closer;
    TagKind kind;
};

// An opener stands before those that it begins with.
constexpr std::array<Delimiters, 7> delimiters = {{{"{{</*", "*/>}}", TagKind::shown_shortcode},
                                                   {"{{%/*", "*/%}}", TagKind::shown_shortcode},
                                                   {"{{<", ">}}", TagKind::shortcode},
                                                   {"{{%", "%}}", TagKind::shortcode},
                                                   {"{{", "}}", TagKind::expression},
                                                   {"{%", "%}", TagKind::statement},
                                                   {"{#", "#}", TagKind::comment}}};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }

bool is_name_character(char c) { return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '.'; }

bool opens_tag(std::string_view text) {
    return text.starts_with("{{") || text.starts_with("{%") || text.starts_with("{# ");
}

// Where the closer is in what follows an opener.
std::size_t find_closer(std::string_view text, std::string_view closer) {
    text = text.substr(0, tag_octets_max);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view rest = text.substr(at);
        if (rest.starts_with(closer)) return at;
        if (opens_tag(rest) || rest.starts_with("\n\n")) return npos;
    }
    return npos;
}

std::string_view trim_any(std::string_view text, std::string_view characters) {
    text.remove_prefix(std::min(text.find_first_not_of(characters), text.size()));
    return text.substr(0, text.find_last_not_of(characters) + 1);
}

// "{%}" of a TeX macro, "{{1}}" and "{#anchor}" are no tags.
bool may_be_content(std::string_view content, TagKind kind) {
    if (content.empty()) return false;
    const char first = content.front();
    switch (kind) {
        case TagKind::statement: return is_letter(first);
        case TagKind::shortcode: return is_letter(first) || first == '/';
        case TagKind::expression: return is_letter(first) || std::string_view("\"'`.$@#/!>([&*").find(first) != npos;
        case TagKind::shown_shortcode:
        case TagKind::comment: return true;
    }
    return false;
}

// Takes one word, or what quotes enclose, from the front of `text`.
std::string_view take_word(std::string_view& text, std::string_view ends) {
    const bool quoted = !text.empty() && quotes.find(text.front()) != npos;
    const std::size_t begin = quoted ? 1 : 0;
    const std::size_t end = std::min(quoted ? text.find(text.front(), 1) : text.find_first_of(ends), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    text.remove_prefix(std::min(end + begin, text.size()));
    return word;
}

}  // namespace

std::optional<TemplateTag> read_template_tag(std::string_view text) {
    const auto* found = std::find_if(delimiters.begin(), delimiters.end(),
                                     [&](const Delimiters& candidate) { return text.starts_with(candidate.opener); });
    if (found == delimiters.end()) return std::nullopt;
    const std::string_view inside = text.substr(found->opener.size());
    if (found->kind == TagKind::comment && (inside.empty() || blanks.find(inside.front()) == npos)) return std::nullopt;
    const std::size_t end = find_closer(inside, found->closer);
    if (end == npos) return std::nullopt;
    TemplateTag tag{found->kind, found->opener.size() + end + found->closer.size(), inside.substr(0, end)};
    if (tag.kind != TagKind::shown_shortcode) tag.content = trim_any(tag.content, " \t\n-~");
    if (!may_be_content(tag.content, tag.kind)) return std::nullopt;
    return tag;
}

std::string_view TagCall::named(std::string_view key) const {
    const auto found = std::find_if(arguments.begin(), arguments.end(),
                                    [&](const TagArgument& argument) { return argument.key == key; });
    return found == arguments.end() ? std::string_view() : found->value;
}

std::string_view TagCall::at_place(std::size_t place) const {
    for (const TagArgument& argument : arguments) {
        if (argument.key.empty() && place-- == 0) return argument.value;
    }
    return {};
}

TagCall read_call(const TemplateTag& tag) {
    std::string_view rest = tag.content;
    TagCall call;
    if (tag.kind == TagKind::shortcode && rest.starts_with('/')) {
        call.closes = true;
        rest = trim_any(rest.substr(1), blanks);
    }
    const auto name_end = std::find_if_not(rest.begin(), rest.end(), is_name_character);
    call.name = rest.substr(0, static_cast<std::size_t>(name_end - rest.begin()));
    rest.remove_prefix(call.name.size());
    if (tag.kind == TagKind::statement && call.name.starts_with("end")) {
        call.closes = true;
        call.name.remove_prefix(3);
    }
    while (true) {
        rest = trim_any(rest, " \t\n,()|");
        if (rest.empty()) return call;
        TagArgument argument{{}, take_word(rest, " \t\n=,()|")};
        if (rest.starts_with('=')) {
            rest.remove_prefix(1);
            argument.key = argument.value;
            argument.value = take_word(rest, " \t\n,)");
        }
        call.arguments.push_back(argument);
    }
}

std::string_view leading_text(const TemplateTag& expression) {
    std::string_view content = expression.content;
    return content.empty() || quotes.find(content.front()) == npos ? std::string_view() : take_word(content, blanks);
}

}  // namespace tagwire::content
