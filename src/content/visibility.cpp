#include "content/visibility.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace tagwire::content {

namespace {

constexpr std::array<std::string_view, 5> no_words = {"false", "no", "off", "0", ""};

bool is_no_word(std::string_view word) { return std::find(no_words.begin(), no_words.end(), word) != no_words.end(); }

// In lower case; empty where there is none.
std::string word_of(const yaml::Value* value) {
    return value == nullptr ? std::string() : lower_ascii(trim(value->scalar));
}

bool any_is_yes(const Fields& fields, std::initializer_list<std::string_view> keys) {
    return std::any_of(keys.begin(), keys.end(), [&](std::string_view key) { return fields.is_yes(key); });
}

bool is_no(const Fields& fields, std::string_view key) {
    const std::string word = word_of(fields.find(key));
    return !word.empty() && is_no_word(word);
}

bool is_marked_draft(const Fields& fields) {
    const yaml::Value* draft = fields.find("draft");
    const bool is_text = draft == nullptr || draft->kind == yaml::Kind::scalar;
    const std::string word = word_of(draft);
    if (is_text && is_no_word(word)) return false;
    if (!fields.is_yes("draft")) {
        fields.warn(*draft, "draft-unclear",
                    "\"draft\" is neither true nor false; the article is not shown until it is");
    }
    return true;
}

bool is_left_out_of_lists(const Fields& fields) {
    for (const std::string_view key : {"build", "_build"}) {
        const yaml::Value* build = fields.find(key);
        const std::string list = build == nullptr ? std::string() : word_of(build->find_any_case("list"));
        if (list == "never" || list == "false") return true;
    }
    return any_is_yes(fields, {"unlisted", "hidden", "headless", "eleventyexcludefromcollections"});
}

}  // namespace

Visibility read_visibility(const Fields& fields, std::string_view path) {
    const std::string status = word_of(fields.find("status"));
    const bool in_drafts = path.starts_with("_drafts/") || path.find("/_drafts/") != std::string_view::npos;
    Visibility visibility;
    visibility.draft = is_marked_draft(fields) || is_no(fields, "published") || is_no(fields, "publish") ||
                       status == "draft" || status == "skip" || in_drafts;
    visibility.unlisted = status == "hidden" || is_left_out_of_lists(fields);
    return visibility;
}

}  // namespace tagwire::content
