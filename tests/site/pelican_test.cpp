// Every expected address is what Pelican 4.8 gave, but where other scripts than Latin stay.
#include "reading_site.hpp"
#include "site/pelican_url.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::site;

namespace {

Description pelican(std::string_view settings = "") {
    return describe(
        Generator::pelican,
        {{"pelicanconf.py",
          "SITEURL = 'https://example.org'\nPATH = 'content'\nTIMEZONE = 'Asia/Shanghai'\n" + std::string(settings)}});
}

struct Row {
    std::string path;
    std::string front_matter;
    std::string link;
};

void check(std::string_view settings, const std::vector<Row>& rows) {
    const Description site = pelican(settings);
    INFO(settings);
    CHECK(site.problems.empty());
    for (const Row& row : rows) {
        CHECK(link_of(site, "content/" + row.path, row.front_matter) == "https://example.org/" + row.link);
    }
}

const std::string date = "Date: 2024-01-02 03:04\n";
const Row in_folder = {"tech/Some_File.md", date + "Title: In a Folder\nAuthor: Ada Größe", ""};

Row with_link(Row row, std::string link) {
    row.link = std::move(link);
    return row;
}

}  // namespace

TEST_CASE("a Pelican article's address is made of its title") {
    check("", {{"a.md", date + "Title: Café, the C++ way – it's “ok” & more_x", "cafe-the-c-way-its-ok-more_x.html"},
               {"tech/deep/c.md", date + "Title: Deep   one", "deep-one.html"},
               {"s.md", date + "Title: A\nSlug: My Slug/x", "My%20Slug/x.html"},
               {"e.md", date + "Title: A <b>bold</b> &amp; title", "a-bold-title.html"},
               {"f.md", date + "Title: Französisch\nLang: fr", "franzosisch-fr.html"},
               {"g.md", date + "Title: Straße Ærø Łódź x", "strasse-aero-lodz-x.html"},
               {"u.md", date + "Title: A\nUrl: my/own page.html", "my/own%20page.html"}});
}

TEST_CASE("a Pelican article's address follows the site's pattern") {
    check("ARTICLE_URL = 'posts/{date:%Y}/{date:%b}/{date:%d}/{slug}/'\nARTICLE_LANG_URL = '{lang}/{slug}/'",
          {with_link(in_folder, "posts/2024/Jan/02/in-a-folder/"),
           {"b.md", date + "Title: A\nLang: zh", "zh/a/"},
           {"x/y/2020-01-02_My Post.md", "Title: T", "posts/2020/Jan/02/t/"},
           {"2024-03-05dated.md", "Title: T", "posts/2024/Mar/05/t/"}});
    check(
        "ARTICLE_URL = '{category}/{author}/{slug}.html'\nAUTHOR = 'Bo Finch'\nSLUGIFY_USE_UNICODE = True\n"
        "DEFAULT_LANG = 'zh'\nDEFAULT_CATEGORY = 'All Things'",
        {with_link(in_folder, "tech/ada-gr%C3%B6%C3%9Fe/in-a-folder.html"),
         {"zh.md", date + "Title: 渡口 晚报（二）b\nLang: zh",
          "all-things/bo-finch/%E6%B8%A1%E5%8F%A3-%E6%99%9A%E6%8A%A5%E4%BA%8Cb.html"},
         {"x/y/2020-01-02_My Post.md", "Title: T", "y/bo-finch/t.html"}});
    check(
        "SLUGIFY_SOURCE = 'basename'\nUSE_FOLDER_AS_CATEGORY = False\nARTICLE_URL = '{category}/{slug}'\n"
        "SLUGIFY_PRESERVE_CASE = True",
        {with_link(in_folder, "misc/Some_File"), {"x/2020-01-02_My Post.md", "Title: T", "misc/2020-01-02_My-Post"}});
    check("ARTICLE_URL = '{path}'", {with_link(in_folder, "tech/Some_File.md")});
    check("DEFAULT_DATE = (2012, 3, 4, 5, 6)\nARTICLE_URL = '{date:%Y-%m-%d-%H%M}/{slug}'",
          {with_link(in_folder, "2024-01-02-0304/in-a-folder"), {"a.md", "Title: A", "2012-03-04-0506/a"}});
    check(
        "FILENAME_METADATA = r'(?P<date>\\d{4}-\\d{2}-\\d{2})_(?P<slug>.*)'\n"
        "PATH_METADATA = r'(?P<top>[^/]+)/(?P<category>\\w+)/.*'\nARTICLE_URL = '{top}/{category}/{slug}/'",
        {{"x/y/2020-01-02_My Post.md", "Title: T", "x/y/My%20Post/"}});
}

TEST_CASE("a Pelican article is a translation by its own language only") {
    Description site = pelican();
    site.language = "en-GB";
    CHECK(link_of(site, "content/a.md", date + "Title: A") == "https://example.org/a.html");
    CHECK(link_of(site, "content/a.md", date + "Title: A\nLang: en") == "https://example.org/a.html");
    CHECK(link_of(site, "content/a.md", date + "Title: A\nLang: fr") == "https://example.org/a-fr.html");
}

TEST_CASE("a Pelican site's articles are below its folders of articles") {
    const auto reason = [](const Description& site, std::string_view path) {
        return site.conventions->place(path).not_an_entry;
    };
    const std::string excluded = "it is in a folder of pages, or one that the site excludes";
    CHECK(pelican().content == "content");
    CHECK(reason(pelican(), "content/a.md").empty());
    CHECK(reason(pelican(), "content/pages/a.md") == excluded);
    CHECK(reason(pelican(), "a.md") == "it is outside of the site's folder of content");
    const Description site =
        pelican("ARTICLE_PATHS = ['tech', 'x/']\nARTICLE_EXCLUDES = ['x/y']\nPAGE_PATHS = ['x/p']");
    CHECK(reason(site, "content/tech/a.md").empty());
    CHECK(reason(site, "content/x/z/a.md").empty());
    CHECK(reason(site, "content/xx/a.md") == "it is outside of the folders of articles");
    CHECK(reason(site, "content/x/y/a.md") == excluded);
    CHECK(reason(site, "content/x/p/a.md") == excluded);
    CHECK(reason(pelican("PATH = '.'"), "tech/a.md").empty());
}

TEST_CASE("a Pelican article has a category, of its folder or the site's own") {
    CHECK(pelican().conventions->place("content/tech/deep/a.md").category == "deep");
    CHECK(pelican().conventions->place("content/a.md").category == "misc");
    CHECK(pelican("USE_FOLDER_AS_CATEGORY = False").conventions->place("content/tech/a.md").category == "misc");
    const Description site = pelican("DEFAULT_METADATA = {'status': 'draft'}");
    const content::Place place = site.conventions->place("content/a.md");
    REQUIRE(place.defaults.size() == 1);
    CHECK(place.defaults.front()->find("status")->scalar == "draft");
}

TEST_CASE("Pelican's settings describe its site") {
    const Description site = describe(
        Generator::pelican,
        {{"pelicanconf.py",
          "SITENAME = 'The Log'\nSITESUBTITLE = 'Boats'\nSITEURL = ''\nAUTHOR = 'Ada Reed'\nDEFAULT_LANG = 'de'\n"
          "TIMEZONE = 'Europe/Berlin'\nDEFAULT_PAGINATION = 10\nPLUGINS = ['sitemap']\n"},
         {"publishconf.py", "from pelicanconf import *\nSITEURL = 'https://log.example/b'\n"}});
    CHECK(recognise({{"pelicanconf.py", ""}}) == Generator::pelican);
    CHECK(site.problems.empty());
    CHECK(site.files == std::vector<std::string>{"pelicanconf.py", "publishconf.py"});
    CHECK(site.title == "The Log");
    CHECK(site.description == "Boats");
    CHECK(site.base_url == "https://log.example/b/");
    CHECK(site.author.name == "Ada Reed");
    CHECK(site.language == "de");
    CHECK(site.time_zone == "Europe/Berlin");
    CHECK(site.front_matter_headers);
    CHECK(site.notes ==
          std::vector<std::string>{"permalink: {slug}.html", "not read: articles in reStructuredText",
                                   "not followed: other scripts than Latin are not transliterated in slugs",
                                   "not followed: PLUGINS"});
}

TEST_CASE("what is not to be read in Pelican's settings is warned of with its place") {
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"ARTICLE_URL = '{date.year}/{slug}'", "pelicanconf.py:4:15: warning: \"{date.year}\" is not followed"},
        {"AUTHOR = name()", "pelicanconf.py:4:1: warning: AUTHOR is computed"},
        {"PATH_METADATA = r'(?<=a)'", "pelicanconf.py:4:17: warning: the expression has"},
        {"TIMEZONE = 'Mars'", "pelicanconf.py:4:12: warning: there is no time zone 'Mars'"}};
    for (const auto& [settings, beginning] : rows) {
        const Description site = pelican(settings);
        REQUIRE(site.problems.size() == 1);
        CHECK_THAT(to_string(site.problems.front()), Catch::StartsWith(beginning));
        CHECK(site.problems.front().code == "site-configuration");
    }
}

TEST_CASE("Pelican's slugs keep what they cannot transliterate") {
    CHECK(pelican_slug("“ 渡口 – b ”", {}) == "渡口-b");
    CHECK(pelican_slug("A  --  B", {true, false}) == "A-B");
    CHECK(pelican_slug("!?", {}).empty());
}
