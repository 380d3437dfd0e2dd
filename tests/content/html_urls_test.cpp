#include "rendering.hpp"

#include "content/html_urls.hpp"

#include <catch2/catch.hpp>

namespace tagwire::content {
namespace {

const PageAddress page{"https://site.example/posts/one/", ""};

std::string link(std::string_view written) { return safe_link(written, page).value_or("-"); }
std::string image(std::string_view written) { return safe_image_url(written, page).value_or("-"); }
std::string media(std::string_view written) { return safe_media_url(written, page).value_or("-"); }

TEST_CASE("links and media are made absolute; what is neither web, mail nor telephone goes") {
    struct Case {
        std::string written, as_link, as_media;
    };
    const std::string base = "https://site.example/posts/one/";
    const std::vector<Case> cases = {
        {"a.png", base + "a.png", base + "a.png"},
        {"../two/", "https://site.example/posts/two/", "https://site.example/posts/two/"},
        {"/i/a.png", "https://site.example/i/a.png", "https://site.example/i/a.png"},
        {"?q=1&r=2", base + "?q=1&r=2", base + "?q=1&r=2"},
        {"#part", base + "#part", base + "#part"},
        {"//cdn.example/x", "https://cdn.example/x", "https://cdn.example/x"},
        {"http://a.example/x?y#z", "http://a.example/x?y#z", "http://a.example/x?y#z"},
        {"mailto:a@b.example", "mailto:a@b.example", "-"},
        {"tel:+49123", "tel:+49123", "-"},
        {"data:text/html,x", "-", "-"},
        {"", base, "-"},
        {" \n", base, "-"},
        {"图 片.png", base + "%E5%9B%BE%20%E7%89%87.png", base + "%E5%9B%BE%20%E7%89%87.png"},
        {"a%20b", base + "a%20b", base + "a%20b"},
        {"https://例子.example/", "https://xn--fsqu00a.example/", "https://xn--fsqu00a.example/"},
        {"https:///nohost", "-", "-"},
        {"ftp://a.example/", "-", "-"},
    };
    for (const Case& c : cases) {
        CAPTURE(c.written);
        CHECK(link(c.written) == c.as_link);
        CHECK(media(c.written) == c.as_media);
    }
}

TEST_CASE("no disguise gets a script past the schemes") {
    for (const std::string written :
         {"javascript:x", "JaVaScRiPt:x", " javascript:x", "\x01javascript:x", "java\nscript:x", "java\tscript:x",
          "j\r\nava\nscript\t:x", "vbscript:x", "data:text/html;base64,x", "blob:https://a/b", "file:///etc/passwd",
          "view-source:javascript:x", "feed:javascript:x"}) {
        CAPTURE(written);
        CHECK(link(written) == "-");
        CHECK(image(written) == "-");
    }
    for (const std::string written :
         {"java\x01script:x", "javascript&colon;x", "\xC2\xA0javascript:x", "%6Aavascript:x"}) {
        CAPTURE(written);
        const std::string url = link(written);
        CHECK((url == "-" || url.starts_with("https://site.example/")));
    }
}

TEST_CASE("small raster images may come as data, everything else may not") {
    CHECK(image("data:image/png;base64,AAAA") == "data:image/png;base64,AAAA");
    CHECK(image("DATA:image/GIF;base64,\nAA AA").substr(0, 4) == "-");
    CHECK(image("Data:Image/GIF;base64,AAAA") == "data:image/gif;base64,AAAA");
    CHECK(image("data:image/webp;base64,AA\nAA") == "data:image/webp;base64,AAAA");
    CHECK(image("data:image/svg+xml,<svg>") == "-");
    CHECK(image("data:image/png;base64," + std::string(8192, 'A')) == "-");
    CHECK(media("data:image/png;base64,AAAA") == "-");
    CHECK(link("data:image/png;base64,AAAA") == "-");
}

TEST_CASE("all candidates of a srcset are made absolute, those that cannot be used go") {
    const auto candidates = [](std::string_view srcset) { return safe_image_candidates(srcset, page); };
    CHECK(candidates("/a.png 1x, b.png  2x") ==
          "https://site.example/a.png 1x, https://site.example/posts/one/b.png 2x");
    CHECK(candidates("a,b.png 100w,\n//c.example/d,e 1.5x") ==
          "https://site.example/posts/one/a,b.png 100w, https://c.example/d,e 1.5x");
    CHECK(candidates("/a.png, /b.png") == "https://site.example/a.png, https://site.example/b.png");
    CHECK(candidates("data:image/png;base64,AA 1x, /b.png 2x") == "https://site.example/b.png 2x");
    CHECK(candidates("javascript:x 1x").empty());
    CHECK(candidates("/a.png 1x\" onerror=x").empty());
    CHECK(candidates(",, ,").empty());
}

TEST_CASE("ids of footnotes get the prefix in links to them too, other fragments do not") {
    const PageAddress prefixed{"https://site.example/p", "z-"};
    CHECK(safe_link("#fn-1", prefixed) == "https://site.example/p#z-fn-1");
    CHECK(safe_link("#fnref:1", prefixed) == "https://site.example/p#z-fnref:1");
    CHECK(safe_link("#fnord", prefixed) == "https://site.example/p#fnord");
}

TEST_CASE("without a base URL only what needs none is kept") {
    const PageAddress nowhere{"", "z-"};
    CHECK(safe_link("https://a.example/", nowhere) == "https://a.example/");
    CHECK_FALSE(safe_link("/x", nowhere));
    CHECK_FALSE(safe_link("#fn-1", nowhere));
}

TEST_CASE("every attribute that holds a URL is made absolute") {
    const auto [html, expected] = GENERATE(table<std::string, std::string>({
        {"<a href=/x>y</a>", "<a href=\"https://site.example/x\">y</a>"},
        {"<img src=/x>", "<img src=\"https://site.example/x\">"},
        {"<q cite=/x>y</q>", "<q cite=\"https://site.example/x\">y</q>"},
        {"<blockquote cite=/x>y</blockquote>", "<blockquote cite=\"https://site.example/x\">y</blockquote>"},
        {"<del cite=/x>y</del>", "<del cite=\"https://site.example/x\">y</del>"},
        {"<video src=/x poster=/y></video>",
         "<video src=\"https://site.example/x\" poster=\"https://site.example/y\"></video>"},
        {"<audio controls><source src=/x></audio>",
         "<audio controls=\"\"><source src=\"https://site.example/x\"></audio>"},
        {"<picture><source srcset='/x 2x'></picture>",
         "<picture><source srcset=\"https://site.example/x 2x\"></picture>"},
        {"<video src=v><track src=/x></video>",
         "<video src=\"https://site.example/posts/one/v\"><track src=\"https://site.example/x\"></video>"},
        {"<a href='/?a=1&amp;b=2'>y</a>", "<a href=\"https://site.example/?a=1&amp;b=2\">y</a>"},
        {"<a href=x background=/y data-src=/z longdesc=/w action=/v>y</a>",
         "<a href=\"https://site.example/posts/one/x\">y</a>"},
    }));
    CHECK(cleaned(html) == expected);
}

}  // namespace
}  // namespace tagwire::content
