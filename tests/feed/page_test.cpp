#include "feed/sample.hpp"
#include "feed/xml.hpp"

#include <catch2/catch.hpp>

#include <algorithm>

namespace tagwire::feed {

namespace {

// Reads a page, whose body of an article is left out, as XML: all other markup is ours, and closes what it opens.
Xml read_page(std::string page) {
    for (const std::string element : {"meta", "link", "input", "img"}) {
        for (auto at = page.find("<" + element + " "); at != std::string::npos;
             at = page.find("<" + element + " ", at + 1)) {
            page.insert(page.find('>', at), "/");
        }
    }
    const std::string doctype = "<!DOCTYPE html>";
    REQUIRE(page.substr(0, doctype.size()) == doctype);
    return Xml(page.substr(doctype.size() + 1));
}

Feed feed_in(const std::string& language) {
    Feed feed = sample::tag_feed();
    feed.language = language;
    return feed;
}

const std::string opml_url = "https://feeds.example.com/feeds.opml";

}  // namespace

TEST_CASE("a feed's page offers each format to readers and to people, Atom first") {
    const Feed feed = sample::tag_feed();
    const Xml page = read_page(write_page(feed, sample::entries()));
    const std::vector<std::string> urls = {feed.url(Format::atom), feed.url(Format::rss), feed.url(Format::json)};
    CHECK(page.all("//head/link[@rel='alternate']/@href") == urls);
    CHECK(page.all("//head/link[@rel='alternate']/@title") ==
          std::vector<std::string>{feed.title + " (Atom)", feed.title + " (RSS)", feed.title + " (JSON)"});
    CHECK(page.all("//input[@readonly]/@value") == urls);
    CHECK(page.one("//head/link[@rel='canonical']/@href") == feed.url(Format::page));
}

TEST_CASE("a feed's page shows of each article the title, the date and the summary, character by character") {
    const Xml page = read_page(write_page(sample::tag_feed(), sample::entries()));
    CHECK(page.one("//h1") == sample::tag_feed().title);
    CHECK(page.all("//h3/a")[0] == sample::entries()[0].article->metadata.title);
    CHECK(page.all("//h3/a/@href")[0] == sample::entries()[0].article->metadata.link);
    CHECK(page.one("//article[1]/p") == sample::entries()[0].article->metadata.summary);
    CHECK(page.one("//article[1]/time/@datetime") == "2025-02-10T14:04:13Z");
    CHECK(page.one("//article[1]/time") == "2025-02-10 14:04 UTC");
    CHECK(page.all("//h3/a")[2] == "2024 散步.zh-CN");
    CHECK(page.all("//article/@lang") == std::vector<std::string>{"en"});
}

TEST_CASE("a page speaks Chinese where its content does, else English, and says so where that is another language") {
    struct Case {
        std::string language, heading, page_language, heading_language;
    };
    const std::vector<Case> cases = {{"zh-CN", "最新文章", "zh-CN", ""},
                                     {"zh", "最新文章", "zh", ""},
                                     {"en-GB", "Latest articles", "en-GB", ""},
                                     {"", "Latest articles", "en", ""},
                                     {"ja", "Latest articles", "ja", "en"}};
    for (const Case& one : cases) {
        const Xml page = read_page(write_page(feed_in(one.language), sample::entries()));
        CHECK(page.one("//h2") == one.heading);
        CHECK(page.one("/html/@lang") == one.page_language);
        CHECK(page.one("//h2/@lang") == one.heading_language);
    }
}

TEST_CASE("pages in Taiwan and Hong Kong are in traditional characters, unless their tag says simplified") {
    for (const std::string language : {"zh-TW", "zh-hk", "zh-Hant", "zh-Hant-CN"}) {
        CHECK(read_page(write_page(feed_in(language), {})).one("//section/p") == "還沒有文章。");
    }
    for (const std::string language : {"zh", "zh-CN", "zh-Hans-TW", "zh-SG"}) {
        CHECK(read_page(write_page(feed_in(language), {})).one("//section/p") == "还没有文章。");
    }
}

TEST_CASE("a page has no script, loads nothing of its own, and forbids both to what it shows") {
    const Site site = sample::site();
    for (const std::string& page : {write_page(sample::tag_feed(), sample::entries()),
                                    write_index_page(sample::tag_feed(), sample::entries(), sample::groups(), opml_url),
                                    write_article_page(site, sample::entries()[3], {})}) {
        CHECK(page.find("<script") == std::string::npos);
        CHECK(page.find("stylesheet") == std::string::npos);
        CHECK(page.find("Content-Security-Policy\" content=\"default-src &#39;none&#39;;") != std::string::npos);
    }
}

TEST_CASE("the index page lists all feeds by group and links to the OPML file") {
    const Xml page = read_page(write_index_page(feed_in("en"), {}, sample::groups(), opml_url));
    CHECK(page.one("//head/link[@rel='outline'][@type='text/x-opml']/@href") == opml_url);
    CHECK(page.all("//details/summary") == std::vector<std::string>{"Categories", "Tags"});
    CHECK(page.all("//details/ul/li/a") == std::vector<std::string>{"C++", "C#", "\"<中文> 标签\"", "json"});
    CHECK(page.all("//details/ul/li/a/@href")[0] == "https://feeds.example.com/categories/c%2B%2B/");
    CHECK(page.one("//a[@type='text/x-opml']/@href") == opml_url);
    CHECK(page.one("//section/ul/li/a") == "例 & Co");
}

TEST_CASE("a group of thousands of feeds is folded up, a small one is open") {
    FeedGroup group = sample::groups()[1];
    CHECK(read_page(write_index_page(feed_in("en"), {}, {group}, opml_url)).count("//details[@open]") == 1);
    group.feeds.resize(5000, group.feeds.front());
    const Xml page = read_page(write_index_page(feed_in("en"), {}, {group}, opml_url));
    CHECK(page.count("//details[@open]") == 0);
    CHECK(page.count("//details//li") == 5000);
}

TEST_CASE("a list of feeds links to a feed's page, or failing that to a document") {
    FeedLink feed = sample::groups()[1].feeds.front();
    for (const Format format : {Format::page, Format::atom, Format::rss, Format::json}) {
        const Xml page = read_page(write_index_page(feed_in("en"), {}, {{"tags", {feed}}}, opml_url));
        CHECK(page.one("//li/a/@href") == feed.url(format));
        feed.urls[static_cast<std::size_t>(format)].clear();
    }
}

TEST_CASE("a feed's page leads through its history, in its own words") {
    struct Case {
        std::string language;
        Archive archive;
        std::vector<std::string> words, urls;
    };
    const std::string folder = sample::tag_feed().url(Format::page);
    const std::vector<Case> cases = {
        {"en", {0, 0}, {}, {}},
        {"en", {0, 3}, {"Older articles"}, {"archive/3/"}},
        {"zh-CN", {2, 3}, {"更早的文章", "较新的文章"}, {"archive/1/", "archive/3/"}},
        {"zh-TW", {1, 3}, {"較新的文章"}, {"archive/2/"}},
        {"", {3, 3}, {"Older articles", "Newer articles"}, {"archive/2/", "archive/4/"}},
    };
    for (const Case& one : cases) {
        Feed feed = feed_in(one.language);
        feed.archive = one.archive;
        const Xml page = read_page(write_page(feed, sample::entries()));
        CHECK(page.all("//main/nav/a") == one.words);
        std::vector<std::string> urls;
        for (const std::string& url : one.urls) urls.push_back(folder + url);
        CHECK(page.all("//main/nav/a/@href") == urls);
    }
}

TEST_CASE("an archive's page says which one it is, is itself canonical, and offers the current documents") {
    Feed feed = feed_in("en");
    feed.archive.page = 2;
    const Xml page = read_page(write_page(feed, sample::entries()));
    CHECK(page.one("//title") == feed.title + " – Archive, page 2");
    CHECK(page.one("//h1") == feed.title);
    CHECK(page.one("//h2") == "Archive, page 2");
    CHECK(page.one("//head/link[@rel='canonical']/@href") == feed.url(Format::page) + "archive/2/");
    CHECK(page.all("//body/nav/a/@href") == std::vector{feed.base_url, feed.url(Format::page)});
    CHECK(page.all("//input/@value")[0] == feed.url(Format::atom));
    CHECK(page.all("//head/link[@rel='alternate']/@href")[0] == feed.url(Format::atom));
    feed.language = "zh-TW";
    CHECK(read_page(write_page(feed, {})).one("//title") == feed.title + " – 存檔第 2 頁");
}

TEST_CASE("the index page leads to the site's archive") {
    Feed feed = feed_in("en");
    feed.archive.pages = 7;
    const Xml page = read_page(write_index_page(feed, {}, sample::groups(), opml_url));
    CHECK(page.one("//main/nav/a/@href") == feed.url(Format::page) + "archive/7/");
}

TEST_CASE("an article's page shows title, date, authors, body, and the feeds that the article is in") {
    const Entry entry = sample::entries()[0];
    std::vector<FeedLink> feeds = {sample::groups()[0].feeds[0], sample::groups()[1].feeds[0]};
    const std::string document = write_article_page(sample::site(), entry, feeds);
    CHECK(document.find(entry.html) != std::string::npos);
    Entry bodiless = entry;
    bodiless.html.clear();
    const Xml page = read_page(write_article_page(sample::site(), bodiless, feeds));
    CHECK(page.one("//h1") == entry.article->metadata.title);
    CHECK(page.one("//title") == entry.article->metadata.title + " – 例 & Co");
    CHECK(page.one("//head/link[@rel='canonical']/@href") == entry.article->metadata.link);
    CHECK(page.one("//header/time/@datetime") == "2025-02-10T14:04:13Z");
    CHECK(page.one("//header/p/a/@href") == "https://lilei.example.com/");
    CHECK(page.one("//header/p/span") == "Han \"Meimei\" <3");
    CHECK(page.one("//div[@class='body']/p") == entry.article->metadata.summary);
    CHECK(page.all("//footer//a") == std::vector<std::string>{"例 & Co", "C++"});
    CHECK(page.all("//head/link[@rel='alternate']/@title") ==
          std::vector<std::string>{"例 & Co (Atom)", "例 & Co (RSS)", "例 & Co (JSON)", "C++ – 例 & Co (Atom)"});
}

TEST_CASE("an article's page shows the lead image once") {
    Entry entry = sample::entries()[0];
    const auto images = [&] {
        const std::string page = write_article_page(sample::site(), entry, {});
        return (page.find("<img") != std::string::npos ? 1 : 0) + (page.rfind("<img") != page.find("<img") ? 1 : 0);
    };
    CHECK(images() == 1);
    entry.html = "<p>no image</p>";
    CHECK(images() == 1);
}

TEST_CASE("an author's address that is no web page is not linked") {
    content::Article article = *sample::entries()[0].article;
    article.metadata.authors = {{"Mallory", "", "javascript:alert(1)"}};
    const std::string page = write_article_page(sample::site(), sample::entry(article, ""), {});
    CHECK(page.find("javascript:") == std::string::npos);
    CHECK(page.find("<span>Mallory</span>") != std::string::npos);
}

}  // namespace tagwire::feed
