#include "site/site.hpp"

#include "site/generators.hpp"

#include <algorithm>
#include <array>

namespace tagwire::site {

namespace {

struct Known {
    Generator generator;
    std::string_view name;
    bool (*recognises)(const Files& files);
    Description (*describe)(const Files& files);
};

bool never(const Files&) { return false; }

Description describe_plain(const Files&) {
    Description description;
    description.conventions = content::plain_conventions();
    return description;
}

// Those that share a configuration file's name with another stand before it if they are surer of their own.
constexpr std::array<Known, 6> generators = {{{Generator::plain, "plain", never, describe_plain},
                                              {Generator::zola, "zola", is_zola, describe_zola},
                                              {Generator::hugo, "hugo", is_hugo, describe_hugo},
                                              {Generator::hexo, "hexo", is_hexo, describe_hexo},
                                              {Generator::jekyll, "jekyll", is_jekyll, describe_jekyll},
                                              {Generator::pelican, "pelican", is_pelican, describe_pelican}}};

const Known& known(Generator generator) {
    return *std::find_if(generators.begin(), generators.end(),
                         [&](const Known& one) { return one.generator == generator; });
}

}  // namespace

std::string_view name(Generator generator) { return known(generator).name; }

std::optional<Generator> find_generator(std::string_view name) {
    for (const Known& one : generators) {
        if (one.name == name) return one.generator;
    }
    return std::nullopt;
}

const std::vector<std::string>& configuration_paths() {
    static const std::vector<std::string> paths = {
        "hugo.toml",      "hugo.yaml",      "hugo.yml",         "hugo.json",         "config.toml",  "config.yaml",
        "config.yml",     "config.json",    "_config.yml",      "_config.yaml",      "_config.toml", "package.json",
        "pelicanconf.py", "publishconf.py", "config/_default/", "config/production/"};
    return paths;
}

std::optional<Generator> recognise(const Files& files) {
    for (const Known& one : generators) {
        if (one.recognises(files)) return one.generator;
    }
    return std::nullopt;
}

Description describe(Generator generator, const Files& files) {
    Description description = known(generator).describe(files);
    description.generator = generator;
    return description;
}

}  // namespace tagwire::site
