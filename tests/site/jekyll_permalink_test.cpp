// Every expected value is what Jekyll 4.3.1 gave.
#include "site/jekyll_permalink.hpp"

#include "reading_site.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::site;

namespace {

struct Row {
    std::string path;
    std::string front_matter;
    std::string link;
};

void check(const Description& site, const std::vector<Row>& rows) {
    for (const Row& row : rows) CHECK(link_of(site, row.path, row.front_matter) == "https://example.org/b" + row.link);
}

Description jekyll(std::string_view configuration) {
    return describe(Generator::jekyll,
                    {{"_config.yml", "url: https://example.org\nbaseurl: /b\ntimezone: Asia/Shanghai\n" +
                                         std::string(configuration)}});
}

}  // namespace

TEST_CASE("a Jekyll post's address is made of its name, its date and its categories") {
    check(jekyll("permalink: /:categories/:year/:month/:day/:hour/:title:output_ext"),
          {{"_posts/2024-01-01-测试（一）b.md", "", "/2024/01/01/00/%E6%B5%8B%E8%AF%95-%E4%B8%80-b.html"},
           {"_posts/24-1-2-short.md", "", "/2024/01/02/00/short.html"},
           {"_posts/2024-01-03-Mixed.Case_and.dots...md", "categories: One Two",
            "/one/two/2024/01/03/00/Mixed.Case_and.dots.html"},
           {"_posts/sub/2024-01-04-my-API--post.markdown", "category: \"C# lang\"\ncategories: [X, 中文 类]",
            "/x/%E4%B8%AD%E6%96%87%20%E7%B1%BB/c%23%20lang/2024/01/04/00/my-API-post.html"},
           {"news/local/_posts/2024-01-05-folder.md", "date: 2024-01-05 20:00:00",
            "/news/local/2024/01/06/04/folder.html"},
           {"news/local/_posts/2024-01-05-folder.md", "date: \"2024-01-05 20:00:00\"",
            "/news/local/2024/01/05/20/folder.html"},
           {"_posts/2024-01-07-plus+sign&a='q',(z)!@~;.md", "", "/2024/01/07/00/plus+sign&a='q',(z)!@~;.html"},
           {"_posts/2024-01-09-a.md", "categories: [\"b%c#d#e\", \"R&D\", \"C++\", \"\"]",
            "/b%25c%23d%23e/r&d/c++/2024/01/09/00/a.html"},
           {"_posts/2024-01-10-slug.md", "slug: \"My Slug ÀÉ.x/..y\"", "/2024/01/10/00/My-Slug-%C3%80%C3%89.x-/y.html"},
           {"_posts/99-12-31-old.html", "date: 2024-01-11T23:30:00Z", "/2024/01/12/07/old.html"},
           {"_posts/2024-1-15-u.MD", "categories:", "/2024/01/15/00/u.html"},
           {"_posts/x/_h/2024-01-17-t.md", "category: [l1, l2]", "/l1/l2/2024/01/17/00/t.html"}});
}

TEST_CASE("a Jekyll post's own permalink is a pattern too") {
    check(jekyll(""), {{"_posts/2024-01-06-perm.md", "permalink: /x/:title_:year/中 文/é%20z/:day2",
                        "/x/perm_2024/%E4%B8%AD%20%E6%96%87/%C3%A9%20z/062"},
                       {"_posts/2024-01-20-perm2.md", "permalink: foo/../bar./baz/./:title", "/foo/barbaz/perm2"},
                       {"_posts/2024-01-21-a.md", "permalink: false", "/2024/01/21/a.html"},
                       {"_posts/2024-01-21-a.md", "permalink: pretty", "/pretty"}});
}

TEST_CASE("each of Jekyll's styles and tokens gives Jekyll's address") {
    const std::string path = "foo_posts/a/_posts/deep/2024-01-02-Hello.World_x.md";
    const std::string front_matter = "date: \"2021-01-03 04:05:06\"\ncategories: [\"C++ Tips\", Ünder]";
    const std::vector<std::pair<std::string, std::string>> rows = {
        {"date", "/foo/c++%20tips/%C3%BCnder/2021/01/03/Hello.World_x.html"},
        {"pretty", "/foo/c++%20tips/%C3%BCnder/2021/01/03/Hello.World_x/"},
        {"ordinal", "/foo/c++%20tips/%C3%BCnder/2021/003/Hello.World_x.html"},
        {"weekdate", "/foo/c++%20tips/%C3%BCnder/2021/W53/Sun/Hello.World_x.html"},
        {"none", "/foo/c++%20tips/%C3%BCnder/Hello.World_x.html"},
        {"'/:y_day/:short_year-:short_month-:long_month-:short_day-:long_day/:w_year-:week-:w_day/:hour:minute:second'",
         "/003/21-Jan-January-Sun-Sunday/2020-53-7/040506"},
        {"'/:name-:slug-:title/:collection/:path:output_ext'",
         "/2024-01-02-hello-world-x-hello-world-x-Hello.World_x/posts/foo/a/_posts/deep/2024-01-02-Hello.World_x.html"},
        {"'/:slugified_categories/:title'", "/foo/c-tips/%C3%BCnder/Hello.World_x"},
        {"':title.html'", "/Hello.World_x.html"},
        {"blog/:slug", "/blog/hello-world-x"}};
    for (const auto& [style, link] : rows) {
        CHECK(link_of(jekyll("permalink: " + style), path, front_matter) == "https://example.org/b" + link);
    }
}

TEST_CASE("a title that is made of a Jekyll file's name has capitals") {
    CHECK(jekyll_title("my-API--post") == "My Api Post");
    CHECK(jekyll_title("ünder-渡口") == "Ünder 渡口");
    CHECK(jekyll_title("").empty());
}

TEST_CASE("a token that Jekyll does not know is found") {
    CHECK(unknown_jekyll_token("/:year_:month/:title:output_ext").empty());
    CHECK(unknown_jekyll_token("/:year/:permalink/") == "permalink");
}
