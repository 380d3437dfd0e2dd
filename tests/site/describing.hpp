// Sites for tests: configuration files as texts, and what becomes of an article in them.
#pragma once

#include "content/body.hpp"
#include "content/read_article.hpp"
#include "site/site.hpp"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace tagwire::site {

inline Description description_of(Generator generator, const Files& files) {
    Description description = describe(generator, files);
    for (const Problem& problem : description.problems) UNSCOPED_INFO(to_string(problem));
    CHECK(description.problems.empty());
    return description;
}

inline content::ReadingOptions options_of(const Description& description) {
    content::prepare_content();
    content::ReadingOptions options;
    options.site_url = description.base_url.empty() ? "https://example.org/" : description.base_url;
    options.id_domain = "example.org";
    options.language = description.language;
    options.conventions = description.conventions;
    if (!description.time_zone.empty()) options.zone = TimeZone::find(description.time_zone).value();
    if (!description.taxonomies.empty()) options.taxonomies = description.taxonomies;
    return options;
}

// Reads an article whose path is given in the site's folder.
inline content::ParsedArticle read(const Description& description, std::string_view path, const std::string& text) {
    content::Reading reading = content::read_article(path, text, options_of(description));
    for (const Problem& problem : reading.problems) UNSCOPED_INFO(to_string(problem));
    if (const auto* skipped = std::get_if<content::Skipped>(&reading.outcome)) UNSCOPED_INFO(skipped->reason);
    REQUIRE(std::holds_alternative<content::ParsedArticle>(reading.outcome));
    return std::get<content::ParsedArticle>(std::move(reading.outcome));
}

// The link of an article of 2024-03-05 with the title "A Day at Sea", without the site's address.
inline std::string path_in(const Description& description, std::string_view path, const std::string& lines = "") {
    const std::string text = "---\ntitle: A Day at Sea\ndate: 2024-03-05T06:07:08Z\n" + lines + "\n---\nCalm.\n";
    const std::string link = read(description, path, text).metadata.link;
    return link.starts_with(description.base_url) ? link.substr(description.base_url.size()) : link;
}

}  // namespace tagwire::site
