#include "shelf/document_budget.hpp"
#include "shelf/bench.hpp"

#include <catch2/catch.hpp>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

class Shelved {
  public:
    explicit Shelved(std::size_t bytes_max) : budget(bytes_max) {}

    // A slot with a document of that size, which a first reader has got.
    std::shared_ptr<Slot> add(std::size_t size) {
        auto slot = std::make_shared<Slot>(list_at("https://example.org/a", ""));
        Document document;
        document.identity.assign(size, 'x');
        const DocumentPtr counted = budget.count(std::move(document));
        CHECK(slot->finish(1, counted).first);
        budget.admit(slot);
        return slot;
    }

    DocumentBudget budget;
};

bool has_document(Slot& slot) { return slot.order().last != nullptr; }

void read(Slot& slot) {
    Slot::Callback ignore = [](const Answer&) {};
    CHECK(slot.ask(ignore).fresh);
}

}  // namespace

TEST_CASE("documents beyond the budget are given up, the first made first") {
    Shelved shelved(10'000);
    const auto a = shelved.add(3'000);
    const auto b = shelved.add(3'000);
    const auto c = shelved.add(3'000);
    CHECK(has_document(*a));
    const auto d = shelved.add(3'000);
    CHECK_FALSE(has_document(*a));
    CHECK((has_document(*b) && has_document(*c) && has_document(*d)));
    CHECK(shelved.budget.bytes() <= 10'000);
}

TEST_CASE("a document that is asked for again and again stays") {
    Shelved shelved(10'000);
    const auto read_often = shelved.add(3'000);
    for (int i = 0; i < 20; ++i) {
        read(*read_often);
        (void)shelved.add(3'000);
        CHECK(has_document(*read_often));
    }
}

TEST_CASE("if all were asked for, room is made all the same") {
    Shelved shelved(10'000);
    const auto a = shelved.add(3'000);
    const auto b = shelved.add(3'000);
    const auto c = shelved.add(3'000);
    for (const auto& slot : {a, b, c}) {
        read(*slot);
    }
    const auto large = shelved.add(9'000);
    CHECK(shelved.budget.bytes() <= 10'000);
}

TEST_CASE("a document counts as long as somebody holds it, and no longer") {
    Shelved shelved(10'000);
    auto slot = shelved.add(3'000);
    CHECK(shelved.budget.bytes() >= 3'000);
    DocumentPtr sending = slot->order().last;
    slot.reset();
    CHECK(shelved.budget.bytes() >= 3'000);
    sending.reset();
    CHECK(shelved.budget.bytes() == 0);
}

TEST_CASE("a document that was given up is rendered and settled again when it is asked for") {
    Bench bench("https://example.org/", 1);  // one octet: nothing is kept
    bench.shelf.put({list_at("https://example.org/a", "alpha"), list_at("https://example.org/b", "beta")});
    CHECK(has(bench.document("/a"), "alpha"));
    CHECK(has(bench.document("/b"), "beta"));
    CHECK(has(bench.document("/a"), "alpha"));
    REQUIRE(bench.settled.size() == 3);
    CHECK(bench.settled[0].hash == bench.settled[2].hash);
}
