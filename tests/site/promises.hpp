// What holds for every site, whatever its owner wrote: for a property test and a fuzz target.
#pragma once

#include "base/uri.hpp"
#include "content/date_text.hpp"
#include "site/site.hpp"
#include "yaml/value.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::site {

// The file that a generator's configuration is given to the tests as.
inline std::string_view configuration_file(Generator generator) {
    switch (generator) {
        case Generator::hugo: return "hugo.yaml";
        case Generator::zola: return "config.toml";
        case Generator::pelican: return "pelicanconf.py";
        default: return "_config.yml";
    }
}

inline std::string broken_by_description(const Description& site) {
    if (site.conventions == nullptr) return "there are no conventions";
    const bool only_warnings = std::all_of(site.problems.begin(), site.problems.end(), [](const Problem& problem) {
        return problem.severity == Severity::warning && problem.code == "site-configuration";
    });
    if (!only_warnings) return "a problem is no warning of the site's configuration";
    const bool is_base = is_http_url(site.base_url) && site.base_url.ends_with('/');
    if (!site.base_url.empty() && !is_base) return "no base URL: " + site.base_url;
    if (!site.time_zone.empty() && !TimeZone::find(site.time_zone)) return "no time zone: " + site.time_zone;
    return {};
}

inline std::string broken_by_link(const Description& site, std::string_view path, std::string_view front_matter) {
    const yaml::Document document = yaml::parse(front_matter, "a.md", 1, Limits{});
    const content::Place place = site.conventions->place(path);
    Problems problems;
    const content::Fields fields(document.root, place.defaults, path, problems);
    content::Metadata metadata;
    metadata.title = fields.text({"title"});
    const TimeZone zone = TimeZone::utc();
    const std::optional<Instant> published = content::read_date(fields.text({"date"}), zone).instant;
    const std::string link =
        site.conventions->link({path, place, fields, metadata, published, zone, "https://example.org/log/"});
    return is_http_url(link) && to_uri(link) == link ? std::string() : "no absolute ASCII URI: " + link;
}

// The promise that is broken, in words; empty: none.
inline std::string broken_promise(Generator generator, std::string_view configuration, std::string_view path,
                                  std::string_view front_matter) {
    const Files files = {{std::string(configuration_file(generator)), std::string(configuration)}};
    static_cast<void>(recognise(files));
    const Description site = describe(generator, files);
    std::string broken = broken_by_description(site);
    return broken.empty() ? broken_by_link(site, path, front_matter) : broken;
}

}  // namespace tagwire::site
