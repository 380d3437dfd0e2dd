// A feed definition: a file in feeds/ that says which feeds there are, with which titles and URLs.
#pragma once

#include "base/problem.hpp"
#include "feed/feed.hpp"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::feed {

// How many entries a feed's current document shows.
struct Window {
    std::size_t entries = 20;           // the newest so many …
    std::chrono::seconds recent{7200};  // … or all published within so long before the newest, if those are more …
    std::size_t entries_max = 100;      // … up to this …
    std::size_t body_bytes_max = 512 << 10;  // … within so many octets of bodies (at least one entry is shown)
};

// `title` and the URLs are templates: {site} is the site's title, {term} the term as displayed, {slug} its slug.
struct Definition {
    std::string name;  // unique; a file's name without ".yaml"
    std::string each;  // the taxonomy that this gives a feed for each term of; empty: one feed of the whole site
    std::string title = "{term} – {site}";
    std::array<std::string, all_formats.size()> urls;  // by Format: paths below base-url; empty: not offered
    Window window;
    ContentMode content = ContentMode::full;
};

struct Definitions {
    std::vector<Definition> definitions;
    Problems problems;  // one with an error is left out of `definitions`
};

// Reads one definition. `file` is named in problems.
[[nodiscard]] Definitions read_definition(std::string_view file, std::string_view yaml);
// The ones shipped in feeds/, compiled in: site, categories, tags, languages.
[[nodiscard]] Definitions built_in_definitions();
// What the shipped definition of tags would be for another taxonomy.
[[nodiscard]] Definition definition_of_taxonomy(const std::string& taxonomy);
// Names and URLs that two definitions share.
[[nodiscard]] Problems find_conflicts(const std::vector<Definition>& definitions);

// The values that templates name. `term` and `slug` are empty for the site's feed.
struct TemplateValues {
    std::string_view site;
    std::string_view term;
    std::string_view slug;  // percent-encoded already
};
[[nodiscard]] std::string expand(std::string_view text, const TemplateValues& values);

}  // namespace tagwire::feed
