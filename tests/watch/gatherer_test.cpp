#include "watch/gatherer.hpp"

#include <catch2/catch.hpp>

using namespace tagwire::watch;
using namespace std::chrono_literals;

namespace {

constexpr Gatherer::Delays delays{2ms, 100ms};
constexpr Clock::time_point start{1h};

using Changes = std::vector<Change>;

Changes gathered(const Changes& changes) {
    Gatherer gatherer{delays};
    for (const auto& change : changes) {
        gatherer.add(change, start);
    }
    return gatherer.take();
}

}  // namespace

TEST_CASE("Without changes nothing is due") {
    Gatherer gatherer{delays};
    CHECK_FALSE(gatherer.due());
    CHECK(gatherer.take().empty());
}

TEST_CASE("A change is due after the quiet time") {
    Gatherer gatherer{delays};
    gatherer.add({"a.md"}, start);
    CHECK(gatherer.due() == start + 2ms);
}

TEST_CASE("Each further change prolongs the wait, up to the maximum") {
    Gatherer gatherer{delays};
    for (auto age = 0ms; age <= 99ms; age += 1ms) {
        gatherer.add({"a.md"}, start + age);
        CHECK(gatherer.due() == start + std::min(age + 2ms, 100ms));
    }
}

TEST_CASE("After a hand-over the wait begins anew") {
    Gatherer gatherer{delays};
    gatherer.add({"a.md"}, start);
    (void)gatherer.take();
    CHECK_FALSE(gatherer.due());
    gatherer.add({"b.md"}, start + 1s);
    CHECK(gatherer.due() == start + 1s + 2ms);
    CHECK(gatherer.take() == Changes{{"b.md"}});
}

TEST_CASE("What is withdrawn is not handed over") {
    Gatherer gatherer{delays};
    gatherer.add({"a.md"}, start);
    gatherer.withdraw("a.md");
    gatherer.withdraw("b.md");
    CHECK_FALSE(gatherer.due());
    gatherer.add({"a"}, start);
    gatherer.clear();
    CHECK_FALSE(gatherer.due());
}

TEST_CASE("Changes are collapsed and ordered") {
    const auto [changes, expected] = GENERATE(table<Changes, Changes>({
        {{{"b.md"}, {"a.md"}, {"b.md"}}, {{"a.md"}, {"b.md"}}},
        {{{"a/x.md"}, {"a", Scope::tree}, {"a/b/y.md"}}, {{"a", Scope::tree}}},
        {{{"a", Scope::tree}, {"a/b", Scope::tree}, {"a-b/x.md"}, {"ab.md"}},
         {{"a", Scope::tree}, {"a-b/x.md"}, {"ab.md"}}},
        {{{"", Scope::tree}, {"a", Scope::tree}, {"b.md"}}, {{"", Scope::tree}}},
        {{{"a.md", Scope::tree}, {"a.md"}}, {{"a.md"}, {"a.md", Scope::tree}}},  // a folder that has become a file
    }));
    CHECK(gathered(changes) == expected);
}
