// The rules are those of Hexo 7's source, read, not run.
#include "reading_site.hpp"
#include "site/hexo_slug.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::site;

namespace {

Description hexo(std::string_view configuration = "") {
    return describe(Generator::hexo, {{"_config.yml", "url: https://example.org\n" + std::string(configuration)}});
}

std::string reason(const Description& site, std::string_view path) {
    return site.conventions->place(path).not_an_entry;
}

const std::string date = "date: 2024-01-02 03:04:05\n";

}  // namespace

TEST_CASE("a Hexo site is known by what only Hexo has") {
    CHECK(recognise({{"_config.yml", "new_post_name: :title.md"}}) == Generator::hexo);
    CHECK(recognise({{"_config.yml", "title: A"}, {"package.json", R"({"dependencies": {"hexo": "^7"}})"}}) ==
          Generator::hexo);
    CHECK(recognise({{"_config.yml", "title: A"}, {"package.json", R"({"dependencies": {"x": "1"}})"}}) ==
          Generator::jekyll);
}

TEST_CASE("a Hexo site's posts are in its folders of posts and drafts") {
    const Description site = hexo("post_asset_folder: true");
    CHECK(site.content == "source");
    CHECK(reason(site, "source/_posts/a.md").empty());
    CHECK(reason(site, "source/_posts/b/a.md").empty());
    CHECK(reason(site, "source/_drafts/a.md").empty());
    CHECK(reason(site, "source/about/index.md") == "it is a page");
    CHECK(reason(site, "source/_data/a.md") == "it is a page");
    CHECK(reason(site, "_posts/a.md") == "it is a page");
    CHECK(reason(site, "source/_posts/_b/a.md") == "Hexo does not read it, as a name begins with \"_\"");
    CHECK(reason(site, "source/_posts/a/part.html") == "it belongs to a post");
    CHECK(reason(hexo(), "source/_posts/a/part.html").empty());
}

TEST_CASE("a Hexo post's address is made by the site's pattern") {
    struct Row {
        std::string configuration;
        std::string path;
        std::string front_matter;
        std::string link;
    };
    const std::vector<Row> rows = {
        {"", "你好 world.md", date, "/2024/01/02/%E4%BD%A0%E5%A5%BD%20world/"},
        {"", "sub/C#.md", date, "/2024/01/02/sub/C%23/"},
        {"permalink: posts/:name.html", "sub/a.md", date, "/posts/a.html"},
        {"permalink: :post_title/", "a.md", date + "title: Café, the C++ way!", "/cafe-the-c-way/"},
        {"permalink: :i_month-:i_day/:hour:minute:second/:title", "a.md", date, "/1-2/030405/a"},
        {"permalink: :category/:title/", "a.md", date + "categories: [Sea Side, Boats]", "/Sea-Side/Boats/a/"},
        {"permalink: :category/:title/", "a.md", date + "categories: [[A], [B, C D]]", "/B/C-D/a/"},
        {"permalink: :category/:title/\nfilename_case: 1\ncategory_map: {海: Sea}", "a.md", date + "category: 海",
         "/sea/a/"},
        {"permalink: :category/:title/", "a.md", date, "/uncategorized/a/"},
        {"permalink: posts/:abbrlink/", "a.md", date + "abbrlink: 4a17b156", "/posts/4a17b156/"},
        {"permalink: posts/:abbrlink/", "a.md", date, "/posts/undefined/"},
        {"permalink: :lang/:title/\npermalink_defaults: {lang: en}", "a.md", date, "/en/a/"},
        {"permalink: :lang/:title/\npermalink_defaults: {lang: en}\nnew_post_name: :lang/:title.md", "zh/a.md", date,
         "/zh/a/"},
        {"new_post_name: :year-:month-:day-:title.md", "2023-04-05-tide.md", "", "/2023/04/05/tide/"},
        {"new_post_name: :year-:month-:day-:title.md", "2023-04-05-tide.md", date, "/2024/01/02/tide/"},
        {"new_post_name: :year-:month-:day-:title.md", "x/No_day here.md", date, "/2024/01/02/x-No-day-here/"},
        {"permalink: :hash/", "a.md", "date: 2024-01-01T00:00:00Z", "/7894ad406054/"},
        {"", "a.md", date + "permalink: /own/:title/页.html", "/own/:title/%E9%A1%B5.html"},
        {"permalink: :title/", "a.md", date + "permalink: false", "/a/"},
        {"permalink: :title.html\npretty_urls: {trailing_html: false}", "a.md", date, "/a"},
        {"permalink: :title/index.html\npretty_urls: {trailing_index: false}", "a.md", date, "/a/"},
        {"permalink: :year_:month/:title/", "a.md", date, "/2024_01/a/"},
        {"permalink: :id/", "a.md", date + "id: 7", "/7/"}};
    for (const Row& row : rows) {
        INFO(row.configuration);
        CHECK(link_of(hexo(row.configuration), "source/_posts/" + row.path, row.front_matter) ==
              "https://example.org" + row.link);
    }
}

TEST_CASE("Hexo's slugs are without marks and punctuation") {
    CHECK(hexo_slug("  Ünder the_Sea: C++/Go? ", HexoCase::as_written) == "Under-the-Sea-C-Go");
    CHECK(hexo_slug("渡口　晚报（二）", HexoCase::as_written) == "渡口-晚报（二）");
    CHECK(hexo_slug("Straße", HexoCase::lower) == "strase");
    CHECK(hexo_slug("Sea", HexoCase::upper) == "SEA");
    CHECK(hexo_slug("...", HexoCase::as_written).empty());
}

TEST_CASE("Hexo's configuration describes its site") {
    const Description site = hexo(
        "title: 灯塔\nsubtitle: Light\nauthor: 王芳\nlanguage: [zh-CN, en]\ntimezone: Asia/Shanghai\nroot: /b/\n"
        "permalink: :id/\nrender_drafts: true");
    CHECK(site.problems.empty());
    CHECK(site.title == "灯塔");
    CHECK(site.description == "Light");
    CHECK(site.author.name == "王芳");
    CHECK(site.language == "zh-CN");
    CHECK(site.time_zone == "Asia/Shanghai");
    CHECK(site.base_url == "https://example.org/");
    CHECK(site.front_matter_without_opener);
    CHECK(site.notes ==
          std::vector<std::string>{"permalink: :id/",
                                   "not followed: \":id\" of files that give none, as only Hexo's database knows it",
                                   "not followed: render_drafts"});
}
