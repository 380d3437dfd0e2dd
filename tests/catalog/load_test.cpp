#include "catalog/catalog.hpp"
#include "catalog/sample.hpp"

#include <catch2/catch.hpp>

#include <ctime>
#include <random>

using namespace tagwire;
using namespace tagwire::catalog;
using namespace tagwire::catalog::sample;

TEST_CASE("50,000 articles in eight feeds each are loaded at once, and changed one by one, quickly") {
    std::vector<Change> changes;
    std::mt19937 random(1);
    for (int i = 0; i < 50'000; ++i) {
        std::vector<std::string> terms;
        for (int t = 0; t < 7; ++t) {
            terms.push_back("term " + std::to_string(t * 1000 + static_cast<int>(random() % 1000)));
        }
        changes.push_back(put(Sketch("news/" + std::to_string(i) + ".md")
                                  .at(noon - std::chrono::seconds(random() % 1'000'000))
                                  .tagged(terms)));
    }
    Catalog catalog(definitions());
    const std::clock_t start = std::clock();  // of this process alone, however busy the machine is
    (void)catalog.apply(changes, noon);
    const std::clock_t loaded = std::clock();
    for (int i = 0; i < 1000; ++i) {
        (void)catalog.apply({put(Sketch("news/" + std::to_string(i) + ".md").at(noon).tagged({"term 1", "term 2"}))},
                            noon);
    }
    const double load_seconds = static_cast<double>(loaded - start) / CLOCKS_PER_SEC;
    const double changes_seconds = static_cast<double>(std::clock() - loaded) / CLOCKS_PER_SEC;
    CAPTURE(load_seconds, changes_seconds);
    // Less than a tenth of it is what to expect; sanitizers take their time. Costs that grow with all articles take far
    // more.
    CHECK(load_seconds < 8);
    CHECK(changes_seconds < 8);
}
