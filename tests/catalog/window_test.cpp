#include "catalog/group.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

namespace {

// The oldest article comes first; its name is its number.
std::vector<ArticlePtr> series(std::size_t count, std::chrono::seconds step, std::size_t body_bytes) {
    std::vector<ArticlePtr> articles;
    for (std::size_t i = 0; i < count; ++i) {
        const auto age = step * static_cast<int>(count - 1 - i);
        articles.push_back(Sketch(std::to_string(i)).at(noon - age).body_bytes(body_bytes).make());
    }
    return articles;
}

std::size_t shown(const std::vector<ArticlePtr>& articles, const feed::Window& window = {}) {
    Group group;
    for (const ArticlePtr& article : articles) {
        group.add(article, "term");
    }
    return group.newest(window).size();
}

}  // namespace

TEST_CASE("a window shows the 20 newest, or all of the last two hours up to 100, within 512 KiB") {
    struct Case {
        std::string rule;
        std::vector<ArticlePtr> articles;
        std::size_t shown;
    };
    const auto row = GENERATE(values<Case>({
        {"no articles", {}, 0},
        {"fewer than 20", series(19, 24h, 1), 19},
        {"exactly 20", series(20, 24h, 1), 20},
        {"more than 20, seldom", series(21, 24h, 1), 20},
        {"two hours before the newest are included: 0, 3, …, 120 minutes", series(60, 3min, 1), 41},
        {"20 within two hours and an older one", series(60, 379s, 1), 20},
        {"up to 100 within two hours", series(150, 1s, 1), 100},
        {"512 KiB are reached before 20", series(30, 24h, 100 << 10), 5},
        {"512 KiB exactly", series(30, 24h, 128 << 10), 4},
        {"bytes bound a burst too", series(60, 1s, 16 << 10), 32},
        {"one oversized entry is shown, alone", series(3, 24h, 600 << 10), 1},
        {"bodies without octets cost nothing", series(20, 24h, 0), 20},
    }));
    CAPTURE(row.rule);
    CHECK(shown(row.articles) == row.shown);
}

TEST_CASE("an article that does not fit ends the window: older ones are not drawn in its place") {
    const std::vector<ArticlePtr> articles = {
        Sketch("small-and-old").at(noon - 48h).body_bytes(10).make(),
        Sketch("large").at(noon - 24h).body_bytes(500 << 10).make(),
        Sketch("newest").at(noon).body_bytes(100 << 10).make(),
    };
    CHECK(shown(articles) == 1);
}

TEST_CASE("an oversized newest article leaves no room for others, not even empty ones beside it") {
    const std::vector<ArticlePtr> articles = {
        Sketch("old").at(noon - 24h).body_bytes(1).make(),
        Sketch("newest").at(noon).body_bytes(std::size_t{1} << 40).make(),
    };
    CHECK(shown(articles) == 1);
}

TEST_CASE("a definition's own window decides") {
    feed::Window window;
    window.entries = 3;
    window.recent = 60s;
    window.entries_max = 5;
    CHECK(shown(series(10, 24h, 1), window) == 3);
    CHECK(shown(series(10, 1s, 1), window) == 5);
    window.entries = 8;  // what was asked for stands above what a burst may fill
    CHECK(shown(series(10, 1s, 1), window) == 8);
    window.entries = 0;
    window.entries_max = 0;
    CHECK(shown(series(10, 1s, 1), window) == 1);
}

TEST_CASE("entries stand newest first, ties by id, whatever their spelling and the order they came in") {
    const ArticlePtr oldest = Sketch("oldest").at(noon - 2h).make();
    const ArticlePtr b = Sketch("b").at(noon).make();
    const ArticlePtr a = Sketch("a").at(noon).make();
    const ArticlePtr between = Sketch("between").at(noon - 1h).make();
    Group group;
    group.add(b, "Go");
    group.add(oldest, "go");
    group.add(between, "GO");
    group.add(a, "go");
    CHECK(paths(group.newest({})) == Paths{"a", "b", "between", "oldest"});
    CHECK(group.size() == 4);
    group.remove(b, "Go");
    CHECK(paths(group.newest({})) == Paths{"a", "between", "oldest"});
}
