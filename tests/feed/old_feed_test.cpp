#include "feed/old_feed.hpp"

#include "content/body.hpp"
#include "feed/sample.hpp"
#include "feed/writers.hpp"

#include <catch2/catch.hpp>

#include <ostream>

namespace tagwire::feed {

namespace {

std::vector<OldEntry> read(std::string_view bytes) {
    content::prepare_content();
    const auto entries = read_old_feed(bytes);
    REQUIRE(entries.has_value());
    return *entries;
}

std::string told(const OldEntry& entry) {
    std::string text = entry.id + " | " + entry.link + " | " + entry.title + " | ";
    return text + (entry.published ? rfc3339(*entry.published) : "-");
}

// The only entry, in one line.
std::string only(std::string_view bytes) {
    const auto entries = read(bytes);
    REQUIRE(entries.size() == 1);
    return told(entries.front());
}

std::string rss(const std::string& item) {
    return "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Quay</title><item>" + item +
           "</item></channel></rss>";
}

std::string atom(const std::string& entry) {
    return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>urn:x:feed</id><entry><id>urn:x:1</id>" + entry +
           "</entry></feed>";
}

std::string refusal(std::string_view bytes) {
    const auto entries = read_old_feed(bytes);
    REQUIRE(entries.has_error());
    return entries.error().message;
}

}  // namespace

TEST_CASE("WordPress's RSS is read: its ids are not its links") {
    CHECK(only(R"(<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"
	xmlns:content="http://purl.org/rss/1.0/modules/content/"
	xmlns:dc="http://purl.org/dc/elements/1.1/"
	xmlns:atom="http://www.w3.org/2005/Atom"
	xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel>
	<title>Quay</title>
	<atom:link href="https://quay.example/feed/" rel="self" type="application/rss+xml" />
	<link>https://quay.example</link>
	<lastBuildDate>Fri, 03 May 2024 08:30:00 +0000</lastBuildDate>
	<item>
		<title>The ferry&#8217;s new timetable &#038; fares</title>
		<link>https://quay.example/2024/05/ferry-timetable/</link>
		<comments>https://quay.example/2024/05/ferry-timetable/#comments</comments>
		<dc:creator><![CDATA[ada]]></dc:creator>
		<pubDate>Fri, 03 May 2024 08:30:00 +0000</pubDate>
		<category><![CDATA[Harbour]]></category>
		<guid isPermaLink="false">https://quay.example/?p=1207</guid>
		<description><![CDATA[<p>From &hellip; on</p>]]></description>
		<slash:comments>0</slash:comments>
	</item>
</channel>
</rss>)") ==
          "https://quay.example/?p=1207 | https://quay.example/2024/05/ferry-timetable/ | "
          "The ferry’s new timetable & fares | 2024-05-03T08:30:00Z");
}

TEST_CASE("Hugo's RSS is read") {
    CHECK(only(R"(<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>渡口</title><link>https://quay.example/</link>
<atom:link href="https://quay.example/index.xml" rel="self" type="application/rss+xml"/>
<item><title>候鸟 &amp;amp; 湿地</title><link>https://quay.example/post/%E5%80%99%E9%B8%9F/</link>
<pubDate>Mon, 10 Feb 2025 22:04:13 +0800</pubDate><guid>https://quay.example/post/%E5%80%99%E9%B8%9F/</guid>
<description>&lt;p&gt;三月&lt;/p&gt;</description></item></channel></rss>)") ==
          "https://quay.example/post/%E5%80%99%E9%B8%9F/ | https://quay.example/post/%E5%80%99%E9%B8%9F/ | "
          "候鸟 & 湿地 | 2025-02-10T14:04:13Z");
}

TEST_CASE("The Atom of jekyll-feed, Hexo and Zola is read") {
    CHECK(only(R"(<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<generator uri="https://jekyllrb.com/" version="4.3.2">Jekyll</generator>
<link href="https://quay.example/feed.xml" rel="self" type="application/atom+xml" /><id>https://quay.example/feed.xml</id>
<entry><title type="html">Tides &amp;amp; &lt;em&gt;moons&lt;/em&gt;</title>
<link href="https://quay.example/2024/05/03/tides.html" rel="alternate" type="text/html" title="Tides" />
<published>2024-05-03T00:00:00+00:00</published><updated>2024-05-04T00:00:00+00:00</updated>
<id>https://quay.example/2024/05/03/tides</id><content type="html" xml:base="https://quay.example/x">&lt;p&gt;x&lt;/p&gt;</content>
<media:thumbnail xmlns:media="http://search.yahoo.com/mrss/" url="https://quay.example/a.png" />
</entry></feed>)") ==
          "https://quay.example/2024/05/03/tides | https://quay.example/2024/05/03/tides.html | Tides & moons | "
          "2024-05-03T00:00:00Z");
    CHECK(only(R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>渡口</title><link href="/atom.xml" rel="self"/>
<entry><title>潮汐表</title><link href="http://quay.example/2024/05/03/tides/"/><id>http://quay.example/2024/05/03/tides/</id>
<published>2024-05-03T00:30:00.000Z</published><updated>2024-05-04T00:30:00.123Z</updated>
<content type="html"><![CDATA[<p>x</p>]]></content></entry></feed>)") ==
          "http://quay.example/2024/05/03/tides/ | http://quay.example/2024/05/03/tides/ | 潮汐表 | "
          "2024-05-03T00:30:00Z");
    CHECK(only(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry xml:lang="en"><title>Tides</title>
<published>2024-05-03T00:00:00+00:00</published><updated>2024-05-03T00:00:00+00:00</updated>
<author><name>Unknown</name></author><link rel="alternate" type="text/html" href="https://quay.example/tides/"/>
<id>https://quay.example/tides/</id></entry></feed>)") ==
          "https://quay.example/tides/ | https://quay.example/tides/ | Tides | 2024-05-03T00:00:00Z");
}

TEST_CASE("Pelican's ids are tag URIs") {
    CHECK(only(R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>Quay</title><link href="https://quay.example/" rel="alternate"></link>
<entry><title>Tides</title><link href="https://quay.example/tides.html" rel="alternate"></link>
<published>2024-05-03T10:20:00+02:00</published><updated>2024-05-03T10:20:00+02:00</updated>
<author><name>Ada</name></author><id>tag:quay.example,2024-05-03:/tides.html</id></entry></feed>)") ==
          "tag:quay.example,2024-05-03:/tides.html | https://quay.example/tides.html | Tides | 2024-05-03T08:20:00Z");
}

TEST_CASE("An item of RSS 1.0 is what it is about, and its date Dublin Core's") {
    CHECK(only(R"(<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="https://quay.example/">
<title>Quay</title></channel><item rdf:about="https://quay.example/archives/000042.html"><title>Tides</title>
<link>https://quay.example/archives/000042.html?rss</link><dc:date>2004-05-03T10:20:00+09:00</dc:date></item></rdf:RDF>)") ==
          "https://quay.example/archives/000042.html | https://quay.example/archives/000042.html?rss | Tides | "
          "2004-05-03T01:20:00Z");
}

TEST_CASE("An RSS item without a guid is known by its link") {
    CHECK(only(rss("<title>Tides</title><link> https://quay.example/tides </link>")) ==
          "https://quay.example/tides | https://quay.example/tides | Tides | -");
    CHECK(read(rss("<title>Tides</title>")).empty());
}

TEST_CASE("Atom 0.3 is read") {
    CHECK(only(R"(<feed version="0.3" xmlns="http://purl.org/atom/ns#"><entry>
<title mode="escaped" type="text/html">Tides &amp;amp; moons</title>
<link rel="alternate" type="text/html" href="https://quay.example/tides"/><id>tag:quay.example,2004:1</id>
<modified>2004-05-04T10:20:00Z</modified><issued>2004-05-03T10:20:00Z</issued></entry></feed>)") ==
          "tag:quay.example,2004:1 | https://quay.example/tides | Tides & moons | 2004-05-03T10:20:00Z");
}

TEST_CASE("Atom's titles are text, HTML or XHTML; its link is the alternate one") {
    CHECK(only(atom("<title>vector&lt;int&gt; &amp;amp; more</title>")) == "urn:x:1 |  | vector<int> &amp; more | -");
    CHECK(
        only(atom("<title type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>The <b>ferry</b>\n sails</div></title>"
                  "<link rel='enclosure' href='/a.mp3'/><link rel='edit' href='/edit/1'/><link href='/tides/'/>"
                  "<updated>2024-05-03T00:00:00Z</updated>")) ==
        "urn:x:1 | /tides/ | The ferry sails | 2024-05-03T00:00:00Z");
}

TEST_CASE("JSON Feed is read; an id may be a number") {
    const auto entries = read(R"({"version": "https://jsonfeed.org/version/1.1", "title": "Quay", "items": [
{"id": "https://quay.example/tides/", "url": "https://quay.example/tides/", "title": "Tides & moons",
 "content_html": "<p>x</p>", "date_published": "2024-05-03T10:20:00+02:00"},
{"id": 42, "external_url": "https://elsewhere.example/"}, {"title": "no id"}, "no item", {"id": null}]})");
    REQUIRE(entries.size() == 2);
    CHECK(told(entries[0]) ==
          "https://quay.example/tides/ | https://quay.example/tides/ | Tides & moons | 2024-05-03T08:20:00Z");
    CHECK(told(entries[1]) == "42 |  |  | -");
}

TEST_CASE("Elements of other vocabularies are not taken for the feed's own") {
    CHECK(only(rss("<media:title xmlns:media='http://search.yahoo.com/mrss/'>no</media:title><title>Tides</title>"
                   "<atom:link xmlns:atom='http://www.w3.org/2005/Atom' href='/no'/><link>/tides/</link>"
                   "<guid>\n  urn:x:1\n</guid>")) == "urn:x:1 | /tides/ | Tides | -");
}

TEST_CASE("Small mistakes do not change ids") {
    const std::string item =
        "<title>Bread & butter&nbsp;&copy;</title><link>https://quay.example/?a=1&b=2</link>"
        "<guid>https://quay.example/?p=1&amp;q=2</guid><dc:date>2024-05-03T00:00:00Z</dc:date>";
    const std::string told =
        "https://quay.example/?p=1&q=2 | https://quay.example/?a=1&b=2 | Bread & butter © | "
        "2024-05-03T00:00:00Z";
    CHECK(only(rss(item)) == told);
    CHECK(only("\xEF\xBB\xBF\n" + rss(item)) == told);
    CHECK(only(rss("<description>bell \x07 rings</description><guid>urn:x:1&amp;2</guid>")).starts_with("urn:x:1&2"));
}

TEST_CASE("CDATA stays as it is") {
    CHECK(only(rss("<guid><![CDATA[https://quay.example/?p=1&amp;q=2&copy;]]></guid>")) ==
          "https://quay.example/?p=1&amp;q=2&copy; |  |  | -");
}

TEST_CASE("Entities that a document declares are not expanded, and nothing is loaded") {
    CHECK(only("<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">"
               "<!ENTITY % c SYSTEM \"http://127.0.0.1:1/x.dtd\"> %c;]>" +
               rss("<guid>urn:x:&a;&b;</guid>").substr(21)) == "urn:x:&a;&b; |  |  | -");
}

TEST_CASE("A feed may be in another encoding than UTF-8") {
    CHECK(only("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Caf\xE9 &amp; mer</title>"
               "<guid>urn:x:1</guid></item></channel></rss>") == "urn:x:1 |  | Café & mer | -");
}

TEST_CASE("What is no feed is refused with a sentence for people") {
    CHECK(refusal("") == "it is empty");
    CHECK(refusal("tides").find("neither RSS nor Atom nor JSON Feed") != std::string::npos);
    CHECK(refusal("<!DOCTYPE html><html><body>404</body></html>").find("<html>") != std::string::npos);
    CHECK(refusal("{\"items\": 1}").find("`items`") != std::string::npos);
    CHECK(refusal("{\"items\": ").find("cannot be read") != std::string::npos);
    CHECK(refusal(std::string((std::size_t{64} << 20) + 1, ' ')).find("64 MiB") != std::string::npos);
}

TEST_CASE("What tagwire writes is read with the same ids, links and dates") {
    content::prepare_content();
    const auto entries = sample::entries();
    for (const Format format : {Format::rss, Format::atom, Format::json}) {
        const auto old = read(write(format, sample::tag_feed(), entries));
        REQUIRE(old.size() == entries.size());
        for (std::size_t i = 0; i < old.size(); ++i) {
            const content::Article& article = *entries[i].article;
            CHECK(old[i].id == article.id);
            CHECK(old[i].link == article.metadata.link);
            CHECK(whole_seconds(old[i].published.value()) == whole_seconds(article.published));
        }
    }
}

}  // namespace tagwire::feed
