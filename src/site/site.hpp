// The site that a folder of articles belongs to, as its generator's own configuration describes it: pure, the files'
// texts come in as values.
#pragma once

#include "base/problem.hpp"
#include "content/conventions.hpp"
#include "content/read_article.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

enum class Generator { plain, hugo, jekyll, hexo, zola, pelican };

[[nodiscard]] std::string_view name(Generator generator);  // "hugo"
[[nodiscard]] std::optional<Generator> find_generator(std::string_view name);

// The texts of configuration files by their path in the site's folder: "hugo.toml", "config/_default/languages.toml".
using Files = std::map<std::string, std::string, std::less<>>;

// The paths that a site's configuration may have; one that ends with "/" stands for the files in that folder.
[[nodiscard]] const std::vector<std::string>& configuration_paths();

// Which generator these files configure; nothing if none that is known.
[[nodiscard]] std::optional<Generator> recognise(const Files& files);

// What was found. What a configuration does not say is empty.
struct Description {
    Generator generator = Generator::plain;
    std::vector<std::string> files;  // that it was read from
    std::string content;             // the folder of articles in the site's folder ("content"); empty: that folder
    std::vector<std::string> passed_over;  // names of folders that hold no article anywhere: "_site"
    std::string title;
    std::string description;
    std::string base_url;   // absolute http or https URL that ends with "/"
    std::string language;   // BCP 47
    std::string time_zone;  // one that the system's database has
    content::Person author;
    std::vector<content::Taxonomy> taxonomies;  // empty: the usual ones
    std::string excerpt_separator;              // ends a summary, beside <!-- more -->
    bool front_matter_headers = false;          // Pelican's "Key: value" lines open an article
    bool front_matter_without_opener = false;   // Hexo's front matter has a closing line only
    std::vector<std::string> notes;             // what else was understood, in words: "languages: en, zh-cn"
    std::shared_ptr<const content::Conventions> conventions;  // never null
    Problems problems;  // warnings: nothing of a site's own is an error of tagwire
};

// Without files, what the generator does by default.
[[nodiscard]] Description describe(Generator generator, const Files& files);

}  // namespace tagwire::site
