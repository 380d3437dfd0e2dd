#include "feed/entry_parts.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>

namespace tagwire::feed {

namespace {

// The shape that all formats accept: RFC 5322's addr-spec without quoting, comments and domain literals.
bool is_mail_address(std::string_view text) {
    const std::size_t at = text.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == text.size()) return false;
    if (text.find('@', at + 1) != std::string_view::npos) return false;
    return std::all_of(text.begin(), text.end(), [](char octet) {
        return octet > ' ' && octet < '\x7F' && std::string_view("()<>[]:;,\\\"").find(octet) == std::string_view::npos;
    });
}

}  // namespace

std::string_view shown_html(const Feed& feed, const Entry& entry) {
    return feed.content == ContentMode::full ? std::string_view(entry.html) : std::string_view();
}

std::string_view own_language(const Feed& feed, const content::Article& article) {
    const std::string& language = article.metadata.language;
    return equals_ignoring_ascii_case(language, feed.language) ? std::string_view() : std::string_view(language);
}

content::Person presentable(content::Person person) {
    if (!is_mail_address(person.email)) person.email.clear();
    return person;
}

std::vector<content::Person> own_authors(const content::Article& article) {
    std::vector<content::Person> authors;
    for (const content::Person& person : article.metadata.authors) {
        if (!trim(clean_text(person.name).text).empty()) authors.push_back(presentable(person));
    }
    return authors;
}

std::vector<Category> categories(const content::Article& article) {
    std::vector<Category> all;
    for (const content::TermList& list : article.metadata.taxonomies) {
        if (list.taxonomy == language_taxonomy) continue;
        for (const std::string& term : list.terms) all.push_back({list.taxonomy, term});
    }
    return all;
}

std::string category_scheme(const Feed& feed, std::string_view taxonomy) {
    return feed.base_url + encode_segment(taxonomy) + "/";
}

}  // namespace tagwire::feed
