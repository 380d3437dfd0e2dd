// What Zola makes of a site, by its documentation and source.
#include "describing.hpp"

using namespace tagwire;
using namespace tagwire::site;

namespace {

const std::string base = "base_url = \"https://example.org/b\"\n";

Description zola(const std::string& configuration = "") {
    return description_of(Generator::zola, {{"config.toml", base + configuration}});
}

struct Case {
    std::string path;
    std::string link;
};

void check_links(const Description& site, const std::vector<Case>& cases) {
    for (const auto& [path, link] : cases) {
        CAPTURE(path);
        CHECK(path_in(site, "content/" + path) == link);
    }
}

}  // namespace

TEST_CASE("a site is Zola's by the base_url of its config.toml") {
    CHECK(recognise({{"config.toml", base}}) == Generator::zola);
    CHECK(recognise({{"config.toml", "baseURL = 'https://example.org'\n"}}) == Generator::hugo);
    CHECK(recognise({{"config.toml", "baseURL = 'https://example.org'\n[params]\n" + base}}) == Generator::hugo);
    CHECK(description_of(Generator::zola, {}).content == "content");
}

TEST_CASE("what a Zola site says of itself is read") {
    const Description site = zola(
        "title = \"Log\"\ndescription = \"A log\"\ndefault_language = \"de\"\nauthor = \"Ada\"\n"
        "taxonomies = [{name = \"tags\", feed = true}, {name = \"Series\"}]\n"
        "ignored_content = [\"*.x\"]\n[languages.fr]\ntitle = \"Journal\"\n[languages.de]\n");
    CHECK(site.title == "Log");
    CHECK(site.description == "A log");
    CHECK(site.base_url == "https://example.org/b/");
    CHECK(site.language == "de");
    CHECK(site.time_zone == "UTC");
    CHECK(site.author.name == "Ada");
    CHECK(site.content == "content");
    CHECK(site.files == std::vector<std::string>{"config.toml"});
    REQUIRE(site.taxonomies.size() == 2);
    CHECK(site.taxonomies[1].name == "series");
    CHECK(site.taxonomies[1].keys == std::vector<std::string>{"series"});
    CHECK(site.notes == std::vector<std::string>{"languages: de, fr",
                                                 "slugs keep the letters that are not Latin, Greek or Cyrillic",
                                                 "ignored_content is not followed"});
    CHECK(zola("[extra]\nauthor = \"Ada\"\n").author.name == "Ada");
    CHECK(zola("[extra.author]\nname = \"Ada\"\n").author.name == "Ada");
}

TEST_CASE("a page's address is its folders as they are and the slug of its name") {
    check_links(zola(), {{"posts/A Day.md", "posts/a-day/"},
                         {"Posts/Sub Dir/a_b.md", "Posts/Sub%20Dir/a-b/"},
                         {"posts/été.md", "posts/ete/"},
                         {"posts/a.fr.md", "posts/a-fr/"},
                         {"posts/日本.md", "posts/%E6%97%A5%E6%9C%AC/"},
                         {"top.md", "top/"},
                         {"index.md", ""},
                         {"posts/with-assets/index.md", "posts/with-assets/"},
                         {"My Page/index.md", "my-page/"}});
}

TEST_CASE("a date before a name is cut from the slug") {
    check_links(zola(), {{"posts/2018-10-10-title.md", "posts/title/"},
                         {"posts/2018-10-10_title.md", "posts/title/"},
                         {"posts/2018-10-10 - title.md", "posts/title/"},
                         {"posts/2018-10-10T10:20:30Z-title.md", "posts/title/"},
                         {"posts/2018-10-10T10:20:30.5+02:00_title.md", "posts/title/"},
                         {"posts/2018-10-10-b/index.md", "posts/b/"},
                         {"posts/2018-10-10.md", "posts/2018-10-10/"},
                         {"posts/2018-10-10-.md", "posts/2018-10-10/"},
                         {"posts/2018-13-10-title.md", "posts/2018-13-10-title/"},
                         {"posts/2018-10-10title.md", "posts/2018-10-10title/"}});
    check_links(zola("[slugify]\npaths_keep_dates = true\n"),
                {{"posts/2018-10-10-title.md", "posts/2018-10-10-title/"}});
}

TEST_CASE("a slug takes the place of the name, and a path that of all") {
    const Description site = zola("[languages.fr]\n");
    CHECK(path_in(site, "content/posts/a.md", "slug: My Slug") == "posts/my-slug/");
    CHECK(path_in(site, "content/posts/a/index.fr.md", "slug: My Slug") == "fr/posts/my-slug/");
    CHECK(path_in(site, "content/posts/a.fr.md", "path: /Own Path/x") == "Own%20Path/x/");
    CHECK(path_in(site, "content/posts/a.md", "path: own/\nslug: other") == "own/");
    CHECK(path_in(site, "content/posts/a.md", "url: /own/\npermalink: /own/") == "posts/a/");
}

TEST_CASE("names are slugged as configured") {
    check_links(zola("[slugify]\npaths = \"safe\"\n"),
                {{"posts/A Day?.md", "posts/A%20Day/"}, {"posts/日本.md", "posts/%E6%97%A5%E6%9C%AC/"}});
    check_links(zola("[slugify]\npaths = \"off\"\n"), {{"posts/A Day?.md", "posts/A%20Day%3F/"}});
    const Description site = describe(Generator::zola, {{"config.toml", base + "[slugify]\npaths = \"always\"\n"}});
    REQUIRE(site.problems.size() == 1);
    CHECK(site.problems[0] == Problem{Severity::warning, "site-configuration", "config.toml", 3, 9,
                                      "\"always\" is taken for \"on\"; write \"on\", \"safe\" or \"off\""});
}

TEST_CASE("a suffix is a language where that is another than the default one") {
    const Description site = zola("[languages.fr]\n[languages.zh-Hans]\n");
    check_links(site, {{"posts/a.md", "posts/a/"},
                       {"posts/a.fr.md", "fr/posts/a/"},
                       {"posts/a.zh-Hans.md", "zh-Hans/posts/a/"},
                       {"posts/a.en.md", "posts/a-en/"},
                       {"posts/b/index.fr.md", "fr/posts/b/"},
                       {"posts/b/index.en.md", "posts/index-en/"},
                       {"top.fr.md", "fr/top/"},
                       {"index.fr.md", "fr/"}});
    CHECK(site.conventions->place("content/a.md").language == "en");
    CHECK(site.conventions->place("content/a.fr.md").language == "fr");
    CHECK(zola().conventions->place("content/a.fr.md").language.empty());
}

TEST_CASE("sections and files that Zola does not read are no entries") {
    const Description site = zola();
    for (const std::string path :
         {"_index.md", "posts/_index.fr.md", "posts/a.markdown", "posts/a.html", "posts/a.MD"}) {
        CAPTURE(path);
        CHECK(!site.conventions->place("content/" + path).not_an_entry.empty());
    }
}
