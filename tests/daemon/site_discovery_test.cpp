#include "daemon/site_discovery.hpp"
#include "daemon/settings.hpp"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>

#include <unistd.h>

using namespace tagwire;
using namespace tagwire::daemon;

namespace {

namespace fs = std::filesystem;

// A folder of its own, gone at the end.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("tagwire-site-" + std::to_string(::getpid()));
    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    void write(const std::string& file, const std::string& text) const {
        fs::create_directories((path / file).parent_path());
        std::ofstream(path / file) << text;
    }
    [[nodiscard]] std::string operator/(const std::string& name) const { return (path / name).string(); }
};

constexpr auto hugo =
    "baseURL: https://example.org/blog/\ntitle: Harbour\ntimeZone: Asia/Shanghai\n"
    "taxonomies: {tag: tags, series: series}\n";

Settings settings_of(const Configuration& configuration) {
    const MadeSettings made = make_settings(configuration, "127.0.0.1:8080");
    for (const Problem& problem : made.problems) UNSCOPED_INFO(to_string(problem));
    CHECK(made.problems.empty());
    return made.settings;
}

}  // namespace

TEST_CASE("a site is found by its configuration in the content folder or above it") {
    const Folder folder;
    folder.write("hugo.yaml", hugo);
    folder.write("content/en/news/a.md", "");
    for (const auto& [content, root, prefix] : {std::tuple("content", "content", "content/"),
                                                {"content/en/news", "content/en/news", "content/en/news/"},
                                                {".", "content", "content/"}}) {
        CAPTURE(content);
        const FoundSite found = find_site((folder.path / content).lexically_normal().string(), std::nullopt);
        CHECK(found.description.generator == site::Generator::hugo);
        CHECK(fs::equivalent(found.root, folder / root));
        CHECK(found.prefix == prefix);
    }
}

TEST_CASE("a configuration is not that of folders beside the site's content, nor of another generator") {
    const Folder folder;
    folder.write("hugo.yaml", hugo);
    folder.write("notes/a.md", "");
    folder.write("content/a.md", "");
    CHECK(find_site(folder / "notes", std::nullopt).description.generator == site::Generator::plain);
    CHECK(find_site(folder / "content", site::Generator::plain).folder.empty());
    const FoundSite jekyll = find_site(folder / "content", site::Generator::jekyll);
    CHECK(jekyll.description.generator == site::Generator::jekyll);
    CHECK(jekyll.folder.empty());
}

TEST_CASE("a generator without a configuration is told where in its site the folder is") {
    const Folder folder;
    folder.write("_posts/2024-01-01-a.md", "");
    CHECK(find_site(folder / "_posts", site::Generator::jekyll).prefix == "_posts/");
    CHECK(find_site(folder / "_posts", site::Generator::hexo).prefix == "source/_posts/");
    CHECK(find_site(folder / "_posts", site::Generator::hugo).prefix.starts_with("content/"));
}

TEST_CASE("what tagwire's configuration leaves empty is the site's, and what it says wins") {
    const Folder folder;
    folder.write("hugo.yaml", hugo);
    folder.write("content/a.md", "");
    Configuration configuration;
    configuration.content = folder / "content";
    const Settings found = settings_of(configuration);
    CHECK(found.site.title == "Harbour");
    CHECK(found.site.site_url == "https://example.org/blog/");
    CHECK(found.site.base_url == "http://127.0.0.1:8080/");
    CHECK_FALSE(found.serves_articles);
    CHECK(found.zone_configured);
    CHECK(found.reading.zone.name() == "Asia/Shanghai");
    CHECK(found.site_notes.front().starts_with("hugo, by "));

    configuration.title = "Mine";
    configuration.site_url = "https://example.com/";
    configuration.time_zone = "Europe/Berlin";
    const Settings chosen = settings_of(configuration);
    CHECK(chosen.site.title == "Mine");
    CHECK(chosen.site.site_url == "https://example.com/");
    CHECK(chosen.reading.zone.name() == "Europe/Berlin");
}

TEST_CASE("each taxonomy of the site has its feeds") {
    const Folder folder;
    folder.write("hugo.yaml", hugo);
    folder.write("content/a.md", "");
    Configuration configuration;
    configuration.content = folder / "content";
    const Settings settings = settings_of(configuration);
    const auto series = std::find_if(settings.definitions.begin(), settings.definitions.end(),
                                     [](const auto& definition) { return definition.each == "series"; });
    REQUIRE(series != settings.definitions.end());
    CHECK(std::none_of(settings.definitions.begin(), settings.definitions.end(),
                       [](const auto& definition) { return definition.each == "categories"; }));
    CHECK(series->urls[static_cast<std::size_t>(feed::Format::atom)] == "/series/{slug}/atom.xml");
}

TEST_CASE("a generator that is not known is an error with those that are") {
    Configuration configuration;
    configuration.site = "wordpress";
    const MadeSettings made = make_settings(configuration, "127.0.0.1:8080");
    REQUIRE(made.problems.size() == 1);
    CHECK(made.problems.front().code == "configuration-site");
    CHECK(made.problems.front().message.find("jekyll") != std::string::npos);
}
