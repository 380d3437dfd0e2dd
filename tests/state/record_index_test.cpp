#include "state/record_index.hpp"

#include "state/sample.hpp"

#include <map>
#include <random>

using namespace tagwire;
using namespace tagwire::state;

namespace {

struct Named {
    std::string name;
};

const std::string& name_of(const Named& named) { return named.name; }

}  // namespace

TEST_CASE("an index finds what a map finds, whatever has come and gone") {
    RecordIndex<std::unique_ptr<Named>, name_of> index;
    std::map<std::string, const Named*> expected;
    std::mt19937 random(20250210);
    for (int step = 0; step < 20'000; ++step) {
        const std::string name = std::to_string(random() % 500);
        if (random() % 2 == 0) {
            index.erase(name);
            expected.erase(name);
        } else if (!expected.contains(name)) {
            auto named = std::make_unique<Named>(Named{name});
            expected[name] = named.get();
            index.put(std::move(named));
        }
        const std::string asked = std::to_string(random() % 500);
        REQUIRE(index.find(asked) == (expected.contains(asked) ? expected[asked] : nullptr));
    }
    std::map<std::string, const Named*> visited;
    index.for_each([&](const Named& named) { visited[named.name] = &named; });
    CHECK(visited == expected);
}

TEST_CASE("an empty index has nothing to find or to erase") {
    RecordIndex<Named*, name_of> index;
    index.erase("a");
    CHECK(index.find("a") == nullptr);
    index.reserve(1000);
    CHECK(index.find("a") == nullptr);
}
