// What Hugo 0.111.3 makes of permalinks: each expectation is what it printed.
#include "describing.hpp"

using namespace tagwire;
using namespace tagwire::site;

namespace {

Description hugo(const std::string& pattern, const std::string& more = "") {
    return description_of(Generator::hugo, {{"hugo.toml", "baseURL = 'https://example.org/'\n" + more +
                                                              "[permalinks]\npost = '" + pattern + "'\n"}});
}

std::string link_of(const std::string& pattern, const std::string& path, const std::string& lines = "") {
    return path_in(hugo(pattern), "content/" + path, lines);
}

std::string link_of_title(const std::string& title) {
    const std::string text = "---\ntitle: '" + title + "'\ndate: 2024-01-02\n---\nCalm.\n";
    return read(hugo("/:year/:title"), "content/post/a.md", text).metadata.link.substr(20);
}

}  // namespace

TEST_CASE("each token of a permalink has its value") {
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"/:year/:month/:day/:title/", "2024/03/05/a-day-at-sea/"},
        {"/:monthname/:weekday/:weekdayname/:yearday", "march/2/tuesday/65/"},
        {"/:section/:slug", "post/a-day-at-sea/"},
        {"/:section:title/", "posta-day-at-sea/"},
        {"/:sections/:filename", "post/q/r/na.me/"},
        {"/:slugorfilename", "na.me/"},
        {"/:contentbasename", "na.me/"},
        {":slug", "a-day-at-sea/"},
        {"/:year-:month/x.html", "2024-03/x.html/"},
        {"/:sections[0]/x", "post/x/"},
        {"/:sections[last]/x", "r/x/"},
        {"/:sections[1:]/x", "q/r/x/"},
        {"/:sections[:last]/x", "post/q/x/"},
        {"/:sections[1:last]/x", "q/x/"},
        {"/:sections[:9]/x", "post/q/r/x/"},
        {"/:sections[9]/x", "x/"},
        {"/:sections[2:1]/x", "x/"},
    };
    for (const auto& [pattern, link] : cases) {
        CAPTURE(pattern);
        CHECK(link_of(pattern, "post/q/r/Na.me.md") == link);
    }
}

TEST_CASE("a slug stands for the title, and for the file where the pattern says so") {
    CHECK(link_of("/:slug", "post/a.md", "slug: Sl Ug") == "sl-ug/");
    CHECK(link_of("/:slugorfilename", "post/a.md", "slug: Sl Ug") == "sl-ug/");
    CHECK(link_of("/:title", "post/a.md", "slug: Sl Ug") == "a-day-at-sea/");
    CHECK(link_of("/:filename", "post/a.md", "slug: Sl Ug") == "a/");
    CHECK(link_of("/:filename", "post/bundle/index.md") == "bundle/");
    CHECK(link_of("/:filename", "post/bundle/index.fr.md") == "index.fr/");
    CHECK(link_of("/:year/:slug", "post/a.md", "url: /own/") == "own/");
}

TEST_CASE("a title becomes a path") {
    CHECK(link_of_title("中文，标点！ A+B") == "2024/%E4%B8%AD%E6%96%87%E6%A0%87%E7%82%B9-a-b/");
    CHECK(link_of_title("AT&amp;T <b>x</b>") == "2024/atampt-bx/b/");
    CHECK(link_of_title("100%") == "2024/100/");
    CHECK(link_of_title("a%2Fb") == "2024/a/b/");
    CHECK(link_of_title("a//b: c") == "2024/a/b-c/");
    CHECK(link_of_title("C#/C++ x") == "2024/c%23/c-x/");
    CHECK(link_of_title("Learning C#") == "2024/learning-c/");
    CHECK(link_of_title("...") == "2024/.../");
    CHECK(link_of_title("😀") == "2024/");
}

TEST_CASE("a pattern that comes out empty is as if there were none") {
    const Description site = hugo(":slug");
    const std::string text = "---\ntitle: 😀\ndate: 2024-01-02\n---\nCalm.\n";
    CHECK(read(site, "content/post/a.md", text).metadata.link == "https://example.org/post/a/");
}

TEST_CASE("a pattern is that of the first folder, and its key is compared in lower case") {
    const Description site = hugo("/p/:slug", "");
    CHECK(path_in(site, "content/post/b/c.md") == "p/a-day-at-sea/");
    CHECK(path_in(site, "content/news/c.md", "type: post") == "news/c/");
    CHECK(path_in(site, "content/Post/c.md") == "post/c/");
    CHECK(path_in(site, "content/c.md") == "c/");
    const Description root =
        description_of(Generator::hugo,
                       {{"hugo.toml", "baseURL = 'https://example.org/'\npermalinks = {'/' = '/r/:section/:slug'}\n"}});
    CHECK(path_in(root, "content/c.md") == "r/a-day-at-sea/");
    CHECK(path_in(root, "content/bundle/index.md") == "r/a-day-at-sea/");
    CHECK(path_in(root, "content/post/c.md") == "post/c/");
}

TEST_CASE("patterns of later versions stand apart for pages and sections") {
    const Description site =
        description_of(Generator::hugo, {{"hugo.yaml",
                                          "baseURL: https://example.org/\npermalinks:\n  page:\n    post: /p/:slug/\n"
                                          "  section:\n    post: /s/\n"}});
    CHECK(path_in(site, "content/post/a.md") == "p/a-day-at-sea/");
}

TEST_CASE("the date of a permalink is the day that is written, whatever the zone") {
    const Description site = hugo("/:year/:month/:day/x", "timeZone = 'Asia/Shanghai'\n");
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"date: 2024-03-05T23:30:00-05:00", "2024/03/05/x/"},
        {"date: 2024-03-05T23:30:00Z", "2024/03/05/x/"},
        {"date: 2024-03-05 00:30:00", "2024/03/05/x/"},
        {"date: 2024-03-05", "2024/03/05/x/"},
        {"date: ''\npublishDate: 2024-07-07", "2024/07/07/x/"},
        {"date: 2024-03-05\npublishDate: 2024-07-07", "2024/03/05/x/"},
        {"lastmod: 2024-05-05", "2024/05/05/x/"},
        {"modified: 2024-06-06", "2024/06/06/x/"},
        {"created: 2024-01-01", "1/01/01/x/"},
        {"title: no date", "1/01/01/x/"},
    };
    for (const auto& [lines, link] : cases) {
        CAPTURE(lines);
        const std::string text = "---\n" + lines + "\n---\nCalm.\n";
        CHECK(read(site, "content/post/2021-01-01-a.md", text).metadata.link == "https://example.org/" + link);
    }
}

TEST_CASE("a date is taken from the file's name where the configuration says so, and cut from it") {
    const std::string configuration =
        "baseURL: https://example.org/\nfrontmatter:\n  date: [\":filename\", \":default\"]\n";
    const Description site = description_of(Generator::hugo, {{"hugo.yaml", configuration}});
    const std::vector<std::pair<std::string, std::string>> cases = {
        {"2024-05-06-my-title.md", "post/my-title/"}, {"2024-05-08_x.md", "post/x/"},
        {"2024-05-07.md", "post/2024-05-07/"},        {"2024-05-09-b/index.md", "post/b/"},
        {"2024-05-06-My-T.fr.md", "post/my-t/"},      {"2024-05-06--_Zed- .md", "post/zed/"},
        {"2024-05-06T10:00-a.md", "post/t1000-a/"},   {"2024-13-06-a.md", "post/2024-13-06-a/"},
        {"2024-5-1-x.md", "post/2024-5-1-x/"},        {"x-2024-05-06.md", "post/x-2024-05-06/"},
    };
    for (const auto& [name, link] : cases) {
        CAPTURE(name);
        CHECK(path_in(site, "content/post/" + name) == link);
    }
    CHECK(path_in(site, "content/post/2024-05-06-a.md", "slug: own") == "post/own/");
}

TEST_CASE("a name's date is cut only where no other date comes first") {
    const std::string configuration =
        "baseURL: https://example.org/\nfrontmatter:\n  date: [\":default\", \":filename\"]\n";
    const Description site = description_of(Generator::hugo, {{"hugo.yaml", configuration}});
    CHECK(path_in(site, "content/post/2024-05-06-a.md") == "post/2024-05-06-a/");
    const std::string undated = "---\ntitle: Undated\n---\nCalm.\n";
    CHECK(read(site, "content/post/2024-05-06-a.md", undated).metadata.link == "https://example.org/post/a/");
}
