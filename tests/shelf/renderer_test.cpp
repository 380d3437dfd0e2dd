#include "shelf/renderer.hpp"
#include "shelf/bench.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

bool contains(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

}  // namespace

TEST_CASE("a document's media type and URL are those of its kind") {
    const auto feed = std::make_shared<const FeedRecipe>(feed_of({}));
    const auto list = std::make_shared<const FeedListRecipe>(FeedListRecipe{{}, {}, "https://example.org/feeds.opml"});
    struct Case {
        Recipe recipe;
        std::string media_type;
        std::string url;
    };
    const std::vector<Case> rows = {
        {FeedDocument{feed, feed::Format::rss}, "application/rss+xml; charset=utf-8", "https://example.org/rss.xml"},
        {FeedDocument{feed, feed::Format::atom}, "application/atom+xml; charset=utf-8", "https://example.org/atom.xml"},
        {FeedDocument{feed, feed::Format::json}, "application/feed+json", "https://example.org/feed.json"},
        {FeedDocument{feed, feed::Format::page}, "text/html; charset=utf-8", "https://example.org/"},
        {archived(3, feed::Format::atom, "a"), "application/atom+xml; charset=utf-8",
         "https://example.org/archive/3/atom.xml"},
        {archived(3, feed::Format::page, "a"), "text/html; charset=utf-8", "https://example.org/archive/3/"},
        {IndexDocument{feed, list}, "text/html; charset=utf-8", "https://example.org/"},
        {OpmlDocument{list}, "text/x-opml; charset=utf-8", "https://example.org/feeds.opml"},
        {page_of(article_at("https://example.org/a/", "a")), "text/html; charset=utf-8", "https://example.org/a/"},
    };
    Bodies bodies;
    Renderer renderer(bodies);
    for (const Case& row : rows) {
        CHECK(media_type(row.recipe) == row.media_type);
        CHECK(url(row.recipe) == row.url);
        CHECK_FALSE(renderer.render(row.recipe).empty());
    }
}

TEST_CASE("the HTML of a body is made once for all formats and documents") {
    Bodies bodies;
    Renderer renderer(bodies);
    content::Article article = article_at("https://example.org/a/", "a");
    CHECK(contains(renderer.render(json_of(feed_of({article}))), "the body of a"));
    CHECK(contains(renderer.render(page_of(article)), "the body of a"));
    CHECK(bodies.asked == 1);
    article.metadata.bytes = {1, 2};
    (void)renderer.render(page_of(article));
    CHECK(bodies.asked == 2);
    article.metadata.link = "https://example.org/b/";  // relative URLs in the body depend on it
    (void)renderer.render(page_of(article));
    CHECK(bodies.asked == 3);
    article.id = "urn:test:another";  // and so do the ids of footnotes
    (void)renderer.render(page_of(article));
    CHECK(bodies.asked == 4);
}

TEST_CASE("a feed of summaries needs no bodies, and neither does an oversized article") {
    Bodies bodies;
    Renderer renderer(bodies);
    content::Article article = article_at("https://example.org/a/", "a");
    FeedRecipe recipe = feed_of({article});
    recipe.feed.content = feed::ContentMode::summary;
    CHECK(contains(renderer.render(json_of(recipe)), "a summary"));

    article.metadata.body_bytes = 11;
    recipe = feed_of({article});
    recipe.body_bytes_max = 10;
    CHECK(contains(renderer.render(json_of(recipe)), "a summary"));
    CHECK(bodies.asked == 0);
    recipe.body_bytes_max = 11;
    CHECK(contains(renderer.render(json_of(recipe)), "the body of a"));
}

TEST_CASE("an article whose body cannot be had is shown with its summary, until it can") {
    Bodies bodies;
    Renderer renderer(bodies);
    const Recipe recipe =
        json_of(feed_of({article_at("https://example.org/a/", "a"), article_at("https://example.org/b/", "b")}));
    const auto give = std::exchange(bodies.give, [&](const content::Article& article) {
        return article.path == "a.md" ? Result<std::string>(Error{Fault::io, "it cannot be read"})
                                      : Result<std::string>("of b");
    });
    const std::string without = renderer.render(recipe);
    CHECK(contains(without, "a summary"));
    CHECK(contains(without, "of b"));
    bodies.give = give;
    CHECK(contains(renderer.render(recipe), "the body of a"));
}

TEST_CASE("footnotes of several articles do not meet in one document, and are the same in every document") {
    Bodies bodies;
    bodies.give = [](const content::Article&) { return Result<std::string>("text[^1]\n\n[^1]: note\n"); };
    Renderer renderer(bodies);
    const content::Article a = article_at("https://example.org/a/", "a");
    const content::Article b = article_at("https://example.org/b/", "b");
    const std::string both = renderer.render(json_of(feed_of({a, b})));
    const std::string alone = renderer.render(page_of(a));
    const std::size_t start = alone.find("id=\"fn-");
    REQUIRE(start != std::string::npos);
    const std::string prefix = alone.substr(start + 4, std::string("fn-01234567-").size());
    CHECK(contains(both, prefix));
    const std::string other = renderer.render(page_of(b));
    CHECK_FALSE(contains(other, prefix));
}
