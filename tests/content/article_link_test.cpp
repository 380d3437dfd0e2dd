#include "base/digest.hpp"
#include "reading.hpp"

using namespace tagwire;
using namespace tagwire::content;

TEST_CASE("the link follows the path, unless the front matter has one") {
    const auto [path, front_matter, expected] = GENERATE(table<std::string, std::string, std::string>({
        {"zh-CN/news/qq/a b.zh-CN.md", "title: x", "zh-cn/news/qq/a-b.zh-cn/"},
        {"post/潮 汐 表.md", "title: x", "post/%E6%BD%AE-%E6%B1%90-%E8%A1%A8/"},
        {"post/bundle/index.md", "title: x", "post/bundle/"},
        {"index.md", "title: x", ""},
        {"post/a.md", "slug: Other Name", "post/other-name/"},
        {"post/a.md", "slug: 007", "post/007/"},
        {"post/a.md", "slug: /x/y/", "post/x/y/"},
        {"post/a.md", "slug: \"\"", "post/a/"},
        {"post/bundle/index.md", "slug: x", "post/x/"},
        {"a.md", "slug: x", "x/"},
        {"post/a.md", "url: /Other/Page.html", "Other/Page.html"},
        {"post/a.md", "url: other/\nslug: x", "other/"},
        {"post/a.md", "url: /", ""},
        {"post/a.md", "url: 潮:汐 表", "%E6%BD%AE:%E6%B1%90%20%E8%A1%A8"},
        {"post/a.md", "permalink: /2024/a/", "2024/a/"},
        {"post/a.md", "permalink: false", "post/a/"},
        {"post/a.md", "permalink: /:year/:title/", "post/a/"},
        {"post/a.md", "permalink: \"/{{ slug }}/\"", "post/a/"},
        {"post/a.md", "path: 2024/07/25/a", "2024/07/25/a"},
        {"post/a.md", "url: [x]", "post/a/"},
        {"post/a.md", "url: javascript:alert(1)", "javascript:alert(1)"},
        {"post/a.md", "url: ../../../x", "x"},
    }));
    CAPTURE(path, front_matter);
    CHECK(read(front_matter, path).metadata.link == "https://example.org/" + expected);
}

TEST_CASE("a link of its own may lie elsewhere, and the site may lie in a folder") {
    CHECK(read("url: https://例え.example.net/a b").metadata.link == "https://xn--r8jz45g.example.net/a%20b");
    ReadingOptions options = reading_options();
    options.site_url = "https://example.org/blog/";
    CHECK(read_with_problems("url: /x/", "a.md", options).article.metadata.link == "https://example.org/blog/x/");
    CHECK(read_with_problems("title: x", "a.md", options).article.metadata.link == "https://example.org/blog/a/");
}

TEST_CASE("an id is an ASCII URI") {
    CHECK(read("title: x").id.empty());
    CHECK(read("id: \"\"\nguid: tag:example.org,2024:x").id == "tag:example.org,2024:x");
    CHECK(read("guid: https://example.org/?p=1").id == "https://example.org/?p=1");
    CHECK(read("id: https://example.org/潮").id == "https://example.org/%E6%BD%AE");
    CHECK(read("id: 42").id == uuid_urn("example.org", "id:42"));
    CHECK(read("id: a b").id == uuid_urn("example.org", "id:a b"));
    CHECK(read("id: 42").id != read("id: 43").id);
}
