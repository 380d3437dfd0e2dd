#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <catch2/catch.hpp>

namespace tagwire::feed {

TEST_CASE("OPML has an outline for each feed that can be subscribed, below its group") {
    const Xml xml(write_opml(sample::site(), sample::groups()));
    CHECK(xml.one("/opml/@version") == "2.0");
    CHECK(xml.one("/opml/head/title") == "例 & Co");
    CHECK(xml.all("/opml/body/outline/@text") == std::vector<std::string>{"例 & Co", "categories", "tags"});
    CHECK(xml.all("//outline[@text='tags']/outline/@text") ==
          std::vector<std::string>{"C# – 例 & Co", "\"<中文> 标签\" – 例 & Co"});
}

TEST_CASE("an OPML outline subscribes to Atom, or to RSS where there is no Atom") {
    const Xml xml(write_opml(sample::site(), sample::groups()));
    CHECK(xml.all("//outline/@xmlUrl") ==
          std::vector<std::string>{
              "https://feeds.example.com/atom.xml", "https://feeds.example.com/categories/c%2B%2B/atom.xml",
              "https://feeds.example.com/tags/c%23/rss.xml", "https://feeds.example.com/tags/x/atom.xml"});
    CHECK(xml.count("//outline[@xmlUrl][@type='rss'][@text][@title][@htmlUrl]") == 4);
    CHECK(xml.count("//outline[@xmlUrl]") == 4);
}

TEST_CASE("OPML has neither dates nor counts, which would change it with every article") {
    const Xml xml(write_opml(sample::site(), sample::groups()));
    CHECK(xml.all("/opml/head/*").size() == 1);
    CHECK(xml.count("//@*[local-name() = 'created' or local-name() = 'count']") == 0);
}

}  // namespace tagwire::feed
