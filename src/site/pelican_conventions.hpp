#pragma once

#include "content/conventions.hpp"
#include "site/pelican_url.hpp"
#include "site/python_pattern.hpp"
#include "yaml/value.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace tagwire::site {

// What a Pelican site's settings say of paths and addresses, with Pelican's own defaults.
struct PelicanConfiguration {
    std::string content = "content/";  // "" for the site's own folder
    std::vector<std::string> article_paths = {""};
    std::vector<std::string> excluded = {"pages/"};
    std::string url = "{slug}.html";
    std::string url_of_translation = "{slug}-{lang}.html";
    std::string language = "en";  // of articles that name none
    std::string author;
    std::string category = "misc";
    bool folder_is_category = true;
    bool slug_from_name = false;
    PelicanSlugs slugs;
    std::optional<PythonPattern> name_pattern;  // FILENAME_METADATA
    std::optional<PythonPattern> path_pattern;  // PATH_METADATA
    std::optional<LocalTime> default_date;
    yaml::Value defaults;  // DEFAULT_METADATA, a map or null
};

[[nodiscard]] std::shared_ptr<const content::Conventions> pelican_conventions(PelicanConfiguration configuration);

}  // namespace tagwire::site
