#include "catalog/due_queue.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

TEST_CASE("the next due instant is the first that lies after now") {
    DueQueue queue;
    CHECK_FALSE(queue.next_after(noon));
    queue.add(Sketch("a").at(noon).until(noon + 3h).make());
    queue.add(Sketch("b").at(noon + 1h).make());
    CHECK(queue.next_after(noon - 1us) == noon);
    CHECK(queue.next_after(noon) == noon + 1h);
    CHECK(queue.next_after(noon + 1h) == noon + 3h);
    CHECK_FALSE(queue.next_after(noon + 3h));
}

TEST_CASE("what lies between two instants is found from either side, the later one included") {
    DueQueue queue;
    queue.add(Sketch("a").at(noon).make());
    queue.add(Sketch("b").at(noon + 1h).make());
    queue.add(Sketch("c").at(noon + 1h).make());
    CHECK(paths(queue.between(noon, noon + 1h)) == Paths{"b", "c"});
    CHECK(paths(queue.between(noon + 1h, noon)) == Paths{"b", "c"});
    CHECK(paths(queue.between(Instant::min(), noon)) == Paths{"a"});
    CHECK(queue.between(noon, noon).empty());
}

TEST_CASE("a removed article is due no more, and removing it again does nothing") {
    DueQueue queue;
    const ArticlePtr article = Sketch("a").at(noon).until(noon + 1h).make();
    queue.add(article);
    queue.remove(article);
    queue.remove(article);
    CHECK_FALSE(queue.next_after(Instant::min()));
}
