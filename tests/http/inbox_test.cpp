#include "http/inbox.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using http::Inbox;

TEST_CASE("an answer that is there already wakes nobody") {
    int woken = 0;
    Inbox inbox([&woken] { ++woken; });
    inbox.put(shelf::Gone{});
    const auto answer = inbox.take();
    REQUIRE(answer);
    CHECK(std::holds_alternative<shelf::Gone>(*answer));
    CHECK(woken == 0);
    CHECK_FALSE(inbox.take());
}

TEST_CASE("an answer that is awaited wakes once") {
    int woken = 0;
    Inbox inbox([&woken] { ++woken; });
    REQUIRE_FALSE(inbox.take());
    inbox.put(shelf::Gone{});
    inbox.put(shelf::NotFound{});
    CHECK(woken == 1);
    CHECK(inbox.take());
}

TEST_CASE("an answer that comes after its session is dropped") {
    int woken = 0;
    Inbox inbox([&woken] { ++woken; });
    REQUIRE_FALSE(inbox.take());
    inbox.close();
    inbox.put(shelf::Gone{});
    CHECK(woken == 0);
    CHECK_FALSE(inbox.take());
}
