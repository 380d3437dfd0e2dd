// What the writers of several formats ask of an entry, decided in one place.
#pragma once

#include "feed/feed.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::feed {

// The HTML to show in the feed; empty where it shows only the summary. Lives as long as the entry.
[[nodiscard]] std::string_view shown_html(const Feed& feed, const Entry& entry);

// The article's language where it is not the feed's; else empty.
[[nodiscard]] std::string_view own_language(const Feed& feed, const content::Article& article);

// The person with only such an e-mail address as is one: Atom documents with another are invalid (RFC 4287 §3.2.3).
[[nodiscard]] content::Person presentable(content::Person person);

// The presentable authors that the article itself names.
[[nodiscard]] std::vector<content::Person> own_authors(const content::Article& article);

struct Category {
    std::string_view taxonomy;
    std::string_view term;  // as the file spells it
};
// The terms of all taxonomies but the languages.
[[nodiscard]] std::vector<Category> categories(const content::Article& article);

// The URI that makes categories of one taxonomy comparable: "https://example.com/tags/".
[[nodiscard]] std::string category_scheme(const Feed& feed, std::string_view taxonomy);

}  // namespace tagwire::feed
