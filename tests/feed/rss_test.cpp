#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <catch2/catch.hpp>

namespace tagwire::feed {

namespace {

// The document of a feed with this one entry.
Xml rss_of(content::Article article, const std::string& html) {
    return Xml(write_rss(sample::tag_feed(), {sample::entry(std::move(article), html)}));
}

content::Article plain_article() {
    content::Article article = *sample::entries().back().article;
    article.metadata = {};
    article.metadata.title = "Title";
    article.metadata.link = "https://www.example.com/a/";
    article.metadata.language = "zh-CN";
    return article;
}

bool declares(const std::string& document, const std::string& prefix) {
    return document.find("xmlns:" + prefix + "=") != std::string::npos;
}

}  // namespace

TEST_CASE("RSS plain text is written in the hexadecimal references that aggregators show right") {
    const std::string document = write_rss(sample::tag_feed(), sample::entries());
    CHECK(document.find("<title>中文 标签 – 例 &#x26; Co</title>") != std::string::npos);
    CHECK(document.find("Tom &#x26; &quot;Jerry&quot; &#x3C;3 &#x26;amp; 《猫和老鼠》") != std::string::npos);
}

TEST_CASE("an RSS namespace is declared only where it is used") {
    Feed feed = sample::tag_feed();
    content::Article article = plain_article();
    article.metadata.authors = {{"Ada", "ada@example.com", ""}};
    const auto document = [&] { return write_rss(feed, {sample::entry(article, "<p>html</p>")}); };
    CHECK(declares(document(), "atom"));
    for (const std::string prefix : {"content", "dc", "media"}) CHECK_FALSE(declares(document(), prefix));
    article.metadata.image = "https://example.com/a.png";
    CHECK(declares(document(), "media"));
    article.metadata.language = "en";
    CHECK(declares(document(), "dc"));
    article.metadata.summary = "summary";
    CHECK(declares(document(), "content"));
    feed.content = ContentMode::summary;
    CHECK_FALSE(declares(document(), "content"));
}

TEST_CASE("an RSS item's description is the summary as HTML, else the whole body") {
    content::Article article = plain_article();
    CHECK(rss_of(article, "<p>AT&amp;T</p>").one("//item/description") == "<p>AT&amp;T</p>");
    article.metadata.summary = "AT&T <3";
    const Xml both = rss_of(article, "<p>AT&amp;T</p>");
    CHECK(both.one("//item/description") == "AT&amp;T &lt;3");
    CHECK(both.one("//item/description/following-sibling::*[1]") == "<p>AT&amp;T</p>");
    CHECK(both.one("//item/c:encoded") == "<p>AT&amp;T</p>");
    CHECK(rss_of(article, "").count("//item/c:encoded") == 0);
}

TEST_CASE("an RSS item without summary and body has no description, for it has a title") {
    const Xml xml = rss_of(plain_article(), "");
    CHECK(xml.count("//item/description") == 0);
    CHECK(xml.one("//item/title") == "Title");
}

TEST_CASE("an RSS author is the one who has an address; all others are creators, never both") {
    struct Case {
        std::vector<content::Person> people;
        std::vector<std::string> authors, creators;
    };
    const std::vector<Case> cases = {
        {{}, {}, {"例 & Co"}},
        {{{"Ada", "", ""}}, {}, {"Ada"}},
        {{{"Ada", "ada@example.com", ""}}, {"ada@example.com (Ada)"}, {}},
        {{{"Ada (A.)", "ada@example.com", ""}}, {}, {"Ada (A.)"}},
        {{{"Ada", "ada at example.com", ""}}, {}, {"Ada"}},
        {{{"Ada", "ada@b@c", ""}}, {}, {"Ada"}},
        {{{"Ada", "@c", ""}}, {}, {"Ada"}},
        {{{"Ada", "a@", ""}}, {}, {"Ada"}},
        {{{"Ada", "ada@例.cn", ""}}, {}, {"Ada"}},
        {{{"Ada", "ada@example.com", ""}, {"Bob", "bob@example.com", ""}}, {}, {"Ada", "Bob"}},
    };
    for (const Case& one : cases) {
        content::Article article = plain_article();
        article.metadata.authors = one.people;
        const Xml xml = rss_of(article, "");
        CHECK(xml.all("//item/author") == one.authors);
        CHECK(xml.all("//item/d:creator") == one.creators);
    }
}

TEST_CASE("an RSS category says in its domain which taxonomy it is of") {
    content::Article article = plain_article();
    article.metadata.taxonomies = {{"tags", {"C#"}}, {"系列", {"一"}}, {"lang", {"zh-CN"}}};
    const Xml xml = rss_of(article, "");
    CHECK(xml.all("//item/category") == std::vector<std::string>{"C#", "一"});
    CHECK(xml.all("//item/category/@domain") ==
          std::vector<std::string>{"https://feeds.example.com/tags/", "https://feeds.example.com/%E7%B3%BB%E5%88%97/"});
}

TEST_CASE("an RSS item says when it was updated only where that is not when it was published") {
    content::Article article = plain_article();
    CHECK(rss_of(article, "").count("//item/a:updated") == 0);
    article.updated += std::chrono::hours(1);
    CHECK(rss_of(article, "").one("//item/a:updated") == rfc3339(article.updated));
}

TEST_CASE("an RSS item's image is media content of the type that its URL promises") {
    content::Article article = plain_article();
    article.metadata.image = "https://example.com/a.png";
    const Xml known = rss_of(article, "");
    CHECK(known.one("//item/m:content/@type") == "image/png");
    CHECK(known.one("//item/m:content/@medium") == "image");
    CHECK(known.one("//item/m:thumbnail/@url") == article.metadata.image);
    article.metadata.image = "https://example.com/image";
    CHECK(rss_of(article, "").count("//item/m:content/@type") == 0);
}

TEST_CASE("an RSS item names its language only where it is not the channel's, whatever the case of its letters") {
    content::Article article = plain_article();
    article.metadata.language = "ZH-cn";
    CHECK(rss_of(article, "").count("//item/d:language") == 0);
    article.metadata.language = "zh-TW";
    CHECK(rss_of(article, "").one("//item/d:language") == "zh-TW");
}

TEST_CASE("an RSS item names its original as its source, or links to it where the feed says so") {
    Feed feed = sample::tag_feed();
    content::Article article = plain_article();
    article.metadata.external_url = "https://original.example.net/a?b=1&c=2";
    const Xml source(write_rss(feed, {sample::entry(article, "")}));
    CHECK(source.one("//item/source") == "original.example.net");
    CHECK(source.one("//item/source/@url") == article.metadata.external_url);
    CHECK(source.one("//item/link") == article.metadata.link);
    feed.original = OriginalInRss::link;
    const Xml link(write_rss(feed, {sample::entry(article, "")}));
    CHECK(link.one("//item/link") == article.metadata.external_url);
    CHECK(link.count("//item/source") == 0);
}

}  // namespace tagwire::feed
