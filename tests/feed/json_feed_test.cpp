#include "feed/sample.hpp"

#include <boost/json.hpp>
#include <catch2/catch.hpp>

namespace tagwire::feed {

namespace json = boost::json;

namespace {

std::vector<std::string> keys(const json::object& object) {
    std::vector<std::string> all;
    for (const auto& member : object) all.emplace_back(member.key());
    return all;
}

json::object feed_of(const Feed& feed, const std::vector<Entry>& entries) {
    return json::parse(write_json(feed, entries)).as_object();
}

const json::object& item(const json::object& feed, std::size_t index) { return feed.at("items").at(index).as_object(); }

bool holds_null(const json::value& value) {
    if (value.is_object()) {
        for (const auto& member : value.as_object()) {
            if (holds_null(member.value())) return true;
        }
    }
    if (value.is_array()) {
        for (const json::value& element : value.as_array()) {
            if (holds_null(element)) return true;
        }
    }
    return value.is_null();
}

}  // namespace

TEST_CASE("a JSON feed's members stand in a fixed order, the version first") {
    const json::object feed = feed_of(sample::tag_feed(), sample::entries());
    CHECK(keys(feed) == std::vector<std::string>{"version", "title", "home_page_url", "feed_url", "description",
                                                 "language", "authors", "items"});
    CHECK(keys(item(feed, 0)) == std::vector<std::string>{"id", "url", "title", "content_html", "summary", "image",
                                                          "date_published", "date_modified", "authors", "tags"});
    CHECK(keys(item(feed, 1)) == std::vector<std::string>{"id", "url", "title", "content_html", "date_published",
                                                          "date_modified", "authors", "tags", "language"});
}

TEST_CASE("what is not known is left out of JSON, never null") {
    CHECK_FALSE(holds_null(feed_of(sample::tag_feed(), sample::entries())));
    Feed feed = sample::tag_feed();
    feed.language.clear();
    CHECK_FALSE(feed_of(feed, {}).contains("language"));
    CHECK(feed_of(feed, {}).at("items").as_array().empty());
}

TEST_CASE("a JSON item without HTML has its summary as text, or failing that its title") {
    Feed feed = sample::tag_feed();
    feed.content = ContentMode::summary;
    const json::object document = feed_of(feed, sample::entries());
    CHECK_FALSE(item(document, 0).contains("content_html"));
    CHECK(item(document, 0).at("content_text") == item(document, 0).at("summary"));
    CHECK(item(document, 2).at("content_text") == "2024 散步.zh-CN");
}

TEST_CASE("a JSON item names a tag once, however many taxonomies and spellings it has") {
    const json::object document = feed_of(sample::tag_feed(), sample::entries());
    CHECK(item(document, 0).at("tags") == json::array({"C++", "C#", "中文 标签"}));
}

TEST_CASE("JSON authors have names, and URLs where they are known, but no e-mail addresses") {
    const std::string document = write_json(sample::tag_feed(), sample::entries());
    CHECK(document.find("lilei@example.com") == std::string::npos);
    const json::object feed = json::parse(document).as_object();
    CHECK(feed.at("authors") == json::array({json::object({{"name", "例 & Co"}})}));
    CHECK(item(feed, 0).at("authors").at(0) == json::object({{"name", "李雷"}, {"url", "https://lilei.example.com/"}}));
}

TEST_CASE("a JSON item has the original's URL beside its own") {
    content::Article article = *sample::entries().front().article;
    article.metadata.external_url = "https://original.example.net/";
    const json::object feed = feed_of(sample::tag_feed(), {sample::entry(article, "")});
    CHECK(item(feed, 0).at("external_url") == "https://original.example.net/");
    CHECK(item(feed, 0).at("url") == json::string(article.metadata.link));
}

}  // namespace tagwire::feed
