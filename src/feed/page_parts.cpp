#include "feed/page_parts.hpp"

#include "base/text.hpp"
#include "feed/page_style.hpp"

namespace tagwire::feed {

namespace {

constexpr PageWords english = {
    .language = "en",
    .what_a_feed_is =
        "This is a feed. Give one of these addresses to a feed reader, and new articles come to you by themselves.",
    .latest = "Latest articles",
    .no_articles = "There are no articles yet.",
    .older = "Older articles",
    .newer = "Newer articles",
    .before_page_number = "Archive, page ",
    .after_page_number = "",
    .all_feeds = "All feeds",
    .feed_list_file = "All feeds as one OPML file, for import into a feed reader",
    .website = "Website",
    .found_in = "Feeds with this article",
    .tags = "Tags",
    .categories = "Categories",
    .languages = "Languages",
};
constexpr PageWords simplified_chinese = {
    .language = "zh-Hans",
    .what_a_feed_is = "这是一个订阅源：把下面任一地址添加到阅读器，新文章就会自动送达。",
    .latest = "最新文章",
    .no_articles = "还没有文章。",
    .older = "更早的文章",
    .newer = "较新的文章",
    .before_page_number = "存档第 ",
    .after_page_number = " 页",
    .all_feeds = "全部订阅源",
    .feed_list_file = "全部订阅源（OPML 文件，可导入阅读器）",
    .website = "网站",
    .found_in = "收录本文的订阅源",
    .tags = "标签",
    .categories = "分类",
    .languages = "语言",
};
constexpr PageWords traditional_chinese = {
    .language = "zh-Hant",
    .what_a_feed_is = "這是一個訂閱源：把下面任一網址加入閱讀器，新文章就會自動送達。",
    .latest = "最新文章",
    .no_articles = "還沒有文章。",
    .older = "更早的文章",
    .newer = "較新的文章",
    .before_page_number = "存檔第 ",
    .after_page_number = " 頁",
    .all_feeds = "全部訂閱源",
    .feed_list_file = "全部訂閱源（OPML 檔案，可匯入閱讀器）",
    .website = "網站",
    .found_in = "收錄本文的訂閱源",
    .tags = "標籤",
    .categories = "分類",
    .languages = "語言",
};

// Whether a BCP 47 tag has that subtag: "zh-Hant-TW" has "zh", "hant" and "tw".
bool has_subtag(std::string_view language, std::string_view subtag) {
    const std::string tag = "-" + lower_ascii(language) + "-";
    return tag.find("-" + std::string(subtag) + "-") != std::string::npos;
}

bool is_traditional(std::string_view language) {
    if (has_subtag(language, "hans")) return false;
    return has_subtag(language, "hant") || has_subtag(language, "tw") || has_subtag(language, "hk") ||
           has_subtag(language, "mo");
}

std::string_view primary_subtag(std::string_view language) { return language.substr(0, language.find('-')); }

// "2025-02-10 14:04 UTC": a feed knows no time zone but this one.
std::string readable(Instant instant) {
    const std::string exact = rfc3339(instant);
    return exact.substr(0, 10) + " " + exact.substr(11, 5) + " UTC";
}

}  // namespace

const PageWords& page_words(std::string_view language) {
    if (!equals_ignoring_ascii_case(primary_subtag(language), "zh")) return english;
    return is_traditional(language) ? traditional_chinese : simplified_chinese;
}

std::string_view taxonomy_name(const PageWords& words, std::string_view taxonomy) {
    if (taxonomy == "tags") return words.tags;
    if (taxonomy == "categories") return words.categories;
    if (taxonomy == language_taxonomy) return words.languages;
    return taxonomy;
}

std::string_view display_name(Format format) {
    switch (format) {
        case Format::rss: return "RSS";
        case Format::atom: return "Atom";
        case Format::json: return "JSON";
        case Format::page: return "HTML";
    }
    return {};
}

std::string_view short_name(const FeedLink& feed) { return feed.term.empty() ? feed.title : feed.term; }

const std::string& page_or_document(const FeedLink& feed) {
    for (const Format format : {Format::page, Format::atom, Format::rss}) {
        if (!feed.url(format).empty()) return feed.url(format);
    }
    return feed.url(Format::json);
}

Page::Page(const PageHead& head) : words(page_words(head.language)) {
    const std::string_view language = head.language.empty() ? words.language : head.language;
    if (!equals_ignoring_ascii_case(primary_subtag(language), primary_subtag(words.language))) {
        words_language = words.language;
    }
    html.open("html", {{"lang", language}});
    html.open("head");
    html.leaf("meta", {{"charset", "utf-8"}});
    html.leaf("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    // Whatever an article holds, a page runs and loads nothing but its images, sound and films.
    html.leaf("meta", {{"http-equiv", "Content-Security-Policy"},
                       {"content",
                        "default-src 'none'; img-src * data:; media-src *; style-src 'unsafe-inline'; "
                        "base-uri 'none'; form-action 'none'"}});
    html.element("title", head.title);
    html.leaf("meta", {{"name", "description"}, {"content", head.description}});
    html.leaf("link", {{"rel", "canonical"}, {"href", head.canonical_url}});
    html.open("style");
    html.markup(page_style);
    html.close();
}

void Page::discover(std::string_view feed_title, Format format, std::string_view url) {
    if (url.empty()) return;
    const std::string title = std::string(feed_title) + " (" + std::string(display_name(format)) + ")";
    html.leaf("link", {{"rel", "alternate"}, {"type", link_type(format)}, {"title", title}, {"href", url}});
}

void Page::begin_body() {
    html.close();
    html.open("body");
}

void Page::say(const char* element, std::string_view sentence) {
    html.element(element, sentence, {{"lang", words_language}});
}

void Page::time(Instant instant) { html.element("time", readable(instant), {{"datetime", rfc3339(instant)}}); }

void Page::link(std::string_view url, std::string_view text, std::string_view type) {
    html.element("a", text, {{"href", url}, {"type", type}});
}

}  // namespace tagwire::feed
