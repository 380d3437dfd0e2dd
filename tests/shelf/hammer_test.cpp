// Many threads at once: run it under ThreadSanitizer.
#include "base/digest.hpp"
#include "shelf/bench.hpp"
#include "shelf/pool.hpp"

#include <catch2/catch.hpp>

#include <atomic>
#include <thread>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

constexpr int readers = 3;
constexpr int rounds = 1500;
constexpr int documents = 5;

std::string url_of(int document) { return "https://example.org/" + std::to_string(document) + ".opml"; }

}  // namespace

TEST_CASE("every answer to every thread holds together, and is never older than what was put before it was asked for") {
    Bodies bodies;
    Renderer renderer(bodies);
    Pool pool(3);
    const auto settle = [&](const std::string&, std::uint64_t, const std::function<void(Instant)>& done) {
        pool.post([done] { done(noon); });
    };
    Shelf shelf({.base_url = "https://example.org/",
                 .run = [&](std::function<void()> task) { pool.post(std::move(task)); },
                 .settle = settle,
                 .archive = {}},
                renderer);
    shelf.open();
    std::array<std::atomic<int>, documents> put{};
    std::atomic<int> answered = 0;
    std::atomic<int> wrong = 0;
    const auto title = [](int version) { return "<title>" + std::to_string(version) + "</title>"; };
    const auto check = [&](const Answer& answer, int version_before, int document) {
        ++answered;
        const auto* found = std::get_if<DocumentPtr>(&answer);
        if (found == nullptr || (*found)->etag != hex(hash64((*found)->identity))) {
            ++wrong;
            return;
        }
        bool current = false;
        for (int version = version_before; version <= put[static_cast<std::size_t>(document)] + documents; ++version) {
            current = current || has(*found, title(version));
        }
        wrong += current ? 0 : 1;
    };

    for (int document = 0; document < documents; ++document) {
        shelf.put({list_at(url_of(document), "0")});
    }
    std::vector<std::thread> threads;
    for (int reader = 0; reader < readers; ++reader) {
        threads.emplace_back([&, reader] {
            for (int i = 0; i < rounds; ++i) {
                const int document = (i + reader) % documents;
                const int version = put[static_cast<std::size_t>(document)];
                shelf.ask("/" + std::to_string(document) + ".opml",
                          [&check, version, document](const Answer& answer) { check(answer, version, document); });
            }
        });
    }
    for (int i = 1; i < rounds; ++i) {
        const int document = i % documents;
        shelf.put({list_at(url_of(document), std::to_string(i))});
        put[static_cast<std::size_t>(document)] = i;
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    while (answered < readers * rounds) {
        std::this_thread::yield();
    }
    pool.join();
    CHECK(answered == readers * rounds);
    CHECK(wrong == 0);
}
