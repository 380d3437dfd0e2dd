#include "feed/sample.hpp"

namespace tagwire::feed::sample {

namespace {

using content::Article;

std::array<std::string, all_formats.size()> urls_at(const std::string& folder) {
    const std::string at = "https://feeds.example.com" + folder;
    return {at + "rss.xml", at + "atom.xml", at + "feed.json", at};
}

Article chinese_article() {
    Article article;
    article.path = "zh-CN/essays/cats.md";
    article.id = "urn:uuid:8a3a7a4c-6a0e-5d0a-9c59-0f5a4ad4b001";
    article.published = instant("2025-02-10T14:04:13Z");
    article.updated = instant("2025-02-11T01:00:00Z");
    article.metadata.title = "Tom & \"Jerry\" <3 &amp; 《猫和老鼠》 it’s 𠮷 👨‍👩‍👧";
    article.metadata.summary = "一句话：a < b && c > d，“引号”与 ]]> 都要原样。";
    article.metadata.link = "https://www.example.com/zh-cn/essays/cats/?a=1&b=2";
    article.metadata.language = "zh-CN";
    article.metadata.image = "https://img.example.com/cat.jpg?w=640&h=480";
    article.metadata.authors = {{"李雷", "lilei@example.com", "https://lilei.example.com/"},
                                {"Han \"Meimei\" <3", "", ""}};
    article.metadata.taxonomies = {{"categories", {"C++"}}, {"tags", {"C#", "中文 标签", "c++"}}, {"lang", {"zh-CN"}}};
    return article;
}

Article english_article() {
    Article article;
    article.path = "en/tea.md";
    article.id = "tag:example.com,2024:tea";
    article.published = article.updated = instant("2024-12-31T23:59:59Z");
    article.metadata.title = "Tea at five";
    article.metadata.link = "https://www.example.com/en/tea/";
    article.metadata.language = "en";
    article.metadata.authors = {{"Ada O'Neil", "ada@example.com", ""}};
    article.metadata.taxonomies = {{"tags", {"中文  标签"}}};
    return article;
}

Article nameless_article() {
    Article article;
    article.path = "笔记/2024 散步.zh-CN.md";
    article.id = "urn:uuid:8a3a7a4c-6a0e-5d0a-9c59-0f5a4ad4b003";
    article.published = article.updated = instant("2024-06-01T08:00:00.25Z");
    article.metadata.link = "https://www.example.com/%E7%AC%94%E8%AE%B0/2024-%E6%95%A3%E6%AD%A5/";
    article.metadata.language = "zh-cn";
    article.metadata.authors = {{"王 (小) 明", "wang@example.com", ""}};
    return article;
}

Article hostile_article() {
    Article article;
    article.path = "hostile.md";
    article.id = "urn:uuid:8a3a7a4c-6a0e-5d0a-9c59-0f5a4ad4b004";
    article.published = article.updated = instant("2024-05-01T08:00:00Z");
    article.metadata.title = "bell\x07 nul\x01 \xEF\xBF\xBE end\xFF";
    article.metadata.summary = "line one\r\nline two\ttab </script><script>alert(1)</script> ]]> <!-- -->";
    article.metadata.link = "https://www.example.com/hostile/";
    article.metadata.language = "zh-CN";
    article.metadata.authors = {{"not a mail", "nobody at example", ""}, {" ", "", ""}};
    article.metadata.taxonomies = {{"tags", {"<b>\"'&\n\t</b>"}}};
    return article;
}

FeedLink link(const std::string& term, const std::string& folder) {
    return {term + " – 例 & Co", "", urls_at(folder)[3], urls_at(folder), term};
}

}  // namespace

Instant instant(std::string_view rfc3339) { return parse_rfc3339(rfc3339).value(); }

Entry entry(Article article, std::string html) {
    return {std::make_shared<const Article>(std::move(article)), std::move(html)};
}

Feed tag_feed() {
    Feed feed;
    feed.id = "urn:uuid:8a3a7a4c-6a0e-5d0a-9c59-0f5a4ad4b000";
    feed.title = "中文 标签 – 例 & Co";
    feed.description = "Notes on <everything> & more";
    feed.language = "zh-CN";
    feed.urls = urls_at("/tags/%E4%B8%AD%E6%96%87-%E6%A0%87%E7%AD%BE/");
    feed.home_url = feed.url(Format::page);
    feed.updated = instant("2025-02-11T01:00:00Z");
    feed.author = {"例 & Co", "", ""};
    feed.base_url = "https://feeds.example.com/";
    return feed;
}

Feed feed_at(Archive archive) {
    Feed feed = tag_feed();
    feed.archive = archive;
    return feed;
}

std::vector<DeletedEntry> deleted_entries() {
    return {{"tag:example.com,2024:gone", instant("2025-02-10T09:00:00Z")},
            {"urn:x?a=1&b=2", instant("2025-02-09T09:00:00Z")}};
}

Site site() {
    Site site;
    site.title = "例 & Co";
    site.base_url = "https://feeds.example.com/";
    site.site_url = "https://www.example.com/";
    site.language = "zh-CN";
    site.author = {"例 & Co", "", ""};
    return site;
}

std::vector<Entry> entries() {
    return {entry(chinese_article(),
                  "<p>正文 <strong>【要点】</strong>后 &amp; <code>a[b[0]]&gt;c</code> 😀</p>\n"
                  "<p><img src=\"https://img.example.com/cat.jpg?w=640&amp;h=480\" alt=\"猫\"></p>\n"),
            entry(english_article(), "<p>It's <em>tea</em> time: AT&amp;T, \"x\" &lt; y.</p>\n"),
            entry(nameless_article(), ""), entry(hostile_article(), "<p>form\x0C feed, ]]&gt; ]]> and \xC3\x28.</p>")};
}

std::vector<FeedGroup> groups() {
    const FeedLink own = {"例 & Co", "zh-CN", "https://feeds.example.com/", urls_at("/"), ""};
    FeedLink without_atom = link("C#", "/tags/c%23/");
    without_atom.urls[static_cast<std::size_t>(Format::atom)].clear();
    FeedLink only_json = link("json", "/tags/json/");
    for (const Format format : {Format::rss, Format::atom}) only_json.urls[static_cast<std::size_t>(format)].clear();
    return {{"", {own}},
            {"categories", {link("C++", "/categories/c%2B%2B/")}},
            {"tags", {without_atom, link("\"<中文> 标签\"", "/tags/x/"), only_json}},
            {"series", {}}};
}

}  // namespace tagwire::feed::sample
