// Where Hugo 0.111.3 puts pages: each expectation is what it printed.
#include "describing.hpp"

#include <tuple>

using namespace tagwire;
using namespace tagwire::site;

namespace {

const std::string base = "baseURL = 'https://example.org/b/'\n";

Description hugo(const std::string& configuration = "") {
    return description_of(Generator::hugo, {{"hugo.toml", base + configuration}});
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

void check_front_matter(const Description& site, const std::vector<Case>& cases) {
    for (const auto& [lines, link] : cases) {
        CAPTURE(lines);
        CHECK(path_in(site, "content/post/a.md", lines) == link);
    }
}

}  // namespace

TEST_CASE("a page's address is that of its file") {
    check_links(hugo(), {{"post/A B.md", "post/a-b/"},
                         {"post/C_D.md", "post/c_d/"},
                         {"post/v1.2.md", "post/v1.2/"},
                         {"post/a.fr.md", "post/a.fr/"},
                         {"post/a.zh-CN.md", "post/a.zh-cn/"},
                         {"post/a (1).md", "post/a-1/"},
                         {"post/a - b.md", "post/a-b/"},
                         {"post/a--b.md", "post/a--b/"},
                         {"post/-y-.md", "post/-y-/"},
                         {"post/__a__.md", "post/__a__/"},
                         {"post/ lead.md", "post/-lead/"},
                         {"post/a,b;c!d.md", "post/abcd/"},
                         {"post/a’s.md", "post/as/"},
                         {"post/a+b.md", "post/a+b/"},
                         {"post/a~b@c.md", "post/a~b@c/"},
                         {"post/a%20b.md", "post/a%20b/"},
                         {"post/é%e4.md", "post/%C3%A9%E4/"},
                         {"post/a\\b.md", "post/a%5Cb/"},
                         {"post/中文 名，标点。.md", "post/%E4%B8%AD%E6%96%87-%E5%90%8D%E6%A0%87%E7%82%B9/"},
                         {"post/é.md", "post/%C3%A9/"},
                         {"post/e\u0301.md", "post/e%CC%81/"},
                         {"post/Straße.md", "post/stra%C3%9Fe/"},
                         {"post/İx.md", "post/ix/"},
                         {"post/ไทย.md", "post/%E0%B9%84%E0%B8%97%E0%B8%A2/"},
                         {"post/😀.md", "post//"},
                         {"Post Up/Sub Dir/N.md", "post-up/sub-dir/n/"},
                         {"post/x.html", "post/x/"},
                         {"post/x.markdown", "post/x/"},
                         {"top.md", "top/"}});
}

TEST_CASE("a bundle has the address of its folder") {
    check_links(hugo(), {{"post/Bundle B/index.md", "post/bundle-b/"},
                         {"post/a/b/index.html", "post/a/b/"},
                         {"a/index.md", "a/"},
                         {"index.md", ""},
                         {"post/b/index.fr.md", "post/b/"},
                         {"post/Index.md", "post/index/"}});
}

TEST_CASE("a # in an address is escaped, as the page could not be reached else") {
    check_links(hugo(), {{"post/a#b.md", "post/a%23b/"}});
}

TEST_CASE("a slug takes the place of the last name") {
    check_front_matter(hugo(), {{"slug: My Slug", "post/my-slug/"},
                                {"slug: a/b", "post/a/b/"},
                                {"slug: /x/", "post/x/"},
                                {"slug: -x-", "post/x/"},
                                {"slug: 'C++ & D!'", "post/c++-d/"},
                                {"slug: 中文，标点 b", "post/%E4%B8%AD%E6%96%87%E6%A0%87%E7%82%B9-b/"},
                                {"slug: UPPER_x", "post/upper_x/"},
                                {"slug: 12", "post/12/"},
                                {"slug: ../x", "x/"},
                                {"slug: ''", "post/a/"},
                                {"slug: [a]", "post/a/"},
                                {"type: news", "post/a/"},
                                {"path: /p/\npermalink: /q/", "post/a/"}});
}

TEST_CASE("a url stands as it is") {
    check_front_matter(hugo(), {{"url: /abs/x", "abs/x/"},
                                {"url: rel/x/", "rel/x/"},
                                {"URL: /x", "x/"},
                                {"url: /A b/É.html", "A%20b/%C3%89.html"},
                                {"url: /x.json", "x.json"},
                                {"url: /x/index.html", "x/index.html/"},
                                {"url: /x.html/", "x.html/"},
                                {"url: x/../y", "y"},
                                {"url: //x//y//", "x/y/"},
                                {"url: /b/x/", "b/x/"},
                                {"url: /%E4%B8%AD/", "%E4%B8%AD/"},
                                {"url: /q%2Fr/", "q%2Fr/"},
                                {"url: '/x (1)/'", "x%20%281%29/"},
                                {"url: '/a&b=c;d,e:f@g$h*[i]/'", "a&b=c;d,e:f@g$h*%5Bi%5D/"},
                                {"url: '/a|b^c`d{e}/'", "a%7Cb%5Ec%60d%7Be%7D/"},
                                {"url: '/:year/x/'", ":year/x/"},
                                {"url: /", ""},
                                {"url: ''", "post/a/"}});
}

TEST_CASE("upper case and accents are kept or dropped as configured") {
    check_links(hugo("disablePathToLower = true\n"), {{"Post/É A.md", "Post/%C3%89-A/"}});
    check_links(hugo("removePathAccents = true\n"), {{"post/É.md", "post/e/"},
                                                     {"post/e\u0301.md", "post/e/"},
                                                     {"post/øæłß.md", "post/%C3%B8%C3%A6%C5%82%C3%9F/"},
                                                     {"post/й.md", "post/%D0%B8/"}});
}

TEST_CASE("ugly addresses end with .html, of a site or of a section") {
    check_links(hugo("uglyURLs = true\n"),
                {{"Post/a.md", "post/a.html"}, {"post/bundle/index.md", "post/bundle.html"}, {"top.md", "top.html"}});
    check_links(hugo("[uglyURLs]\npost = true\n"), {{"post/a.md", "post/a.html"}, {"news/a.md", "news/a/"}});
    check_links(hugo("uglyURLs = true\n[permalinks]\npost = '/:year/:slug/'\n"),
                {{"post/a.md", "2024/a-day-at-sea.html"}});
}
