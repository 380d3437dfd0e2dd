#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <catch2/catch.hpp>

#include <set>

namespace tagwire::feed {

TEST_CASE("an Atom feed has one self, and no two alternates of one type") {
    const Xml xml(write_atom(sample::tag_feed(), {}));
    CHECK(xml.all("/a:feed/a:link[@rel='self']/@href") ==
          std::vector<std::string>{sample::tag_feed().url(Format::atom)});
    const std::vector<std::string> types = xml.all("/a:feed/a:link[@rel='alternate']/@type");
    CHECK(types == std::vector<std::string>{"text/html", "application/rss+xml", "application/feed+json"});
}

TEST_CASE("an Atom feed links to no format that is not offered") {
    Feed feed = sample::tag_feed();
    feed.urls[static_cast<std::size_t>(Format::rss)].clear();
    feed.urls[static_cast<std::size_t>(Format::json)].clear();
    CHECK(Xml(write_atom(feed, {})).all("/a:feed/a:link/@type") ==
          std::vector<std::string>{"application/atom+xml", "text/html"});
}

TEST_CASE("an Atom feed always has an author, and an entry has those it names itself") {
    const Xml xml(write_atom(sample::tag_feed(), sample::entries()));
    CHECK(xml.all("/a:feed/a:author/a:name") == std::vector<std::string>{"例 & Co"});
    CHECK(xml.all("//a:entry[1]/a:author/a:name") == std::vector<std::string>{"李雷", "Han \"Meimei\" <3"});
    CHECK(xml.all("//a:entry[1]/a:author/a:uri") == std::vector<std::string>{"https://lilei.example.com/"});
    CHECK(xml.all("//a:entry/a:author/a:email") ==
          std::vector<std::string>{"lilei@example.com", "ada@example.com", "wang@example.com"});
}

TEST_CASE("an Atom category is stable in its term, and spelled as the article spells it in its label") {
    const Xml xml(write_atom(sample::tag_feed(), sample::entries()));
    CHECK(xml.all("//a:entry[1]/a:category/@term") == std::vector<std::string>{"c++", "c#", "中文 标签", "c++"});
    CHECK(xml.all("//a:entry[1]/a:category/@label") == std::vector<std::string>{"C++", "C#", "中文 标签", "c++"});
    CHECK(xml.all("//a:entry[2]/a:category/@term") == std::vector<std::string>{"中文 标签"});
    CHECK(xml.all("//a:entry[2]/a:category/@label") == std::vector<std::string>{"中文  标签"});
    CHECK(xml.all("//a:entry[2]/a:category/@scheme") == std::vector<std::string>{"https://feeds.example.com/tags/"});
}

TEST_CASE("Atom content is escaped once, and has the entry's link as its base") {
    const std::string document = write_atom(sample::tag_feed(), sample::entries());
    CHECK(document.find("&lt;p&gt;It&#39;s &lt;em&gt;tea&lt;/em&gt; time: AT&amp;amp;T") != std::string::npos);
    CHECK(Xml(document).one("//a:entry[2]/a:content/@xml:base") == "https://www.example.com/en/tea/");
}

TEST_CASE("an Atom entry without a body has no content but its link") {
    const Xml xml(write_atom(sample::tag_feed(), sample::entries()));
    CHECK(xml.count("//a:entry[3]/a:content | //a:entry[3]/a:summary") == 0);
    CHECK(xml.count("//a:entry[3]/a:link[@rel='alternate']") == 1);
}

TEST_CASE("an Atom feed that has nothing to say beyond its title has no subtitle") {
    Feed feed = sample::tag_feed();
    CHECK(Xml(write_atom(feed, {})).one("/a:feed/a:subtitle") == feed.description);
    feed.description = feed.title;
    CHECK(Xml(write_atom(feed, {})).count("/a:feed/a:subtitle") == 0);
}

TEST_CASE("Atom's text says its language on the feed and on entries in another one") {
    const Xml xml(write_atom(sample::tag_feed(), sample::entries()));
    CHECK(xml.one("/a:feed/@xml:lang") == "zh-CN");
    CHECK(xml.all("//a:entry/@xml:lang") == std::vector<std::string>{"en"});
}

TEST_CASE("an Atom entry names the original that it tells of as its via") {
    content::Article article = *sample::entries().front().article;
    article.metadata.external_url = "https://original.example.net/?a=1&b=2";
    const Xml xml(write_atom(sample::tag_feed(), {sample::entry(article, "")}));
    CHECK(xml.all("//a:entry/a:link[@rel='via']/@href") == std::vector{article.metadata.external_url});
    CHECK(xml.all("//a:entry/a:link[@rel='alternate']/@href") == std::vector{article.metadata.link});
}

}  // namespace tagwire::feed
