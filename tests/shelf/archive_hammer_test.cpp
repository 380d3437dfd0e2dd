// Many threads at once: run it under ThreadSanitizer.
#include "shelf/bench.hpp"
#include "shelf/pool.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <atomic>
#include <thread>

using namespace tagwire;
using namespace tagwire::shelf;
using namespace tagwire::shelf::sample;

namespace {

constexpr int readers = 3;
constexpr int rounds = 1500;
constexpr std::size_t pages = 5;

std::string page_path(std::size_t page) { return "/archive/" + std::to_string(page) + "/atom.xml"; }

Recipe page_of_version(std::size_t page, int version) {
    FeedRecipe recipe = feed_of({});
    recipe.feed.archive.page = page;
    recipe.feed.title = "v" + std::to_string(version);
    return document_of(recipe, feed::Format::atom);
}

// -1 for what is no such page.
int version_of(const Answer& answer) {
    const std::string_view mark = "<title>v";
    const auto* document = std::get_if<DocumentPtr>(&answer);
    const std::size_t at = document == nullptr ? std::string::npos : (*document)->identity.find(mark);
    return at == std::string::npos ? -1 : std::stoi((*document)->identity.substr(at + mark.size()));
}

// A shelf with the one feed whose pages are what the owner's thread says they are.
class Archive {
  public:
    Archive() {
        shelf.put({document_of(feed_of({}), feed::Format::atom)});
        shelf.open();
    }

    // Returns once no reader is given an earlier version of that page.
    void change(std::size_t page, int version) {
        owner.post([this, page, version] {
            versions_[page] = version;
            shelf.drop({"https://example.org" + page_path(page)});
            published[page] = version;
        });
        while (published[page] < version) std::this_thread::yield();
    }

    void join() {
        pool.join();
        owner.join();
    }

    std::array<std::atomic<int>, pages + 1> published{};  // what is older was dropped
    Bodies bodies;
    Renderer renderer{bodies};
    Pool pool{2};
    Pool owner{1};
    Shelf shelf{options(), renderer};

  private:
    ShelfOptions options() {
        return {.base_url = "https://example.org/",
                .run = [this](std::function<void()> task) { pool.post(std::move(task)); },
                .settle = [this](const std::string&, std::uint64_t,
                                 const std::function<void(Instant)>& done) { owner.post([done] { done(noon); }); },
                .archive =
                    [this](const FeedDocument&, std::size_t page, std::function<void(ShelfOptions::Page)> answer) {
                        owner.post([this, page, answer = std::move(answer)] {
                            answer(page_of_version(page, versions_[page]));
                        });
                    },
                .archive_pages_max = 3};
    }

    std::array<int, pages + 1> versions_{};  // the owner's
};

}  // namespace

TEST_CASE("every thread that asks for a page is answered once, never with what was dropped before it asked") {
    Archive archive;
    std::array<std::atomic<int>, readers> answers{};
    std::atomic<int> answered = 0;
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (std::size_t reader = 0; reader < readers; ++reader) {
        threads.emplace_back([&, reader] {
            for (int i = 0; i < rounds; ++i) {
                const std::size_t page = 1 + (static_cast<std::size_t>(i) + reader) % pages;
                const int version = archive.published[page];
                archive.shelf.ask(page_path(page), [&, version, reader](const Answer& answer) {
                    wrong += version_of(answer) < version ? 1 : 0;
                    ++answered;
                    ++answers[reader];
                });
                while (answers[reader] <= i) std::this_thread::yield();
            }
        });
    }
    for (int i = 1; answered < readers * rounds; ++i) archive.change(1 + static_cast<std::size_t>(i) % pages, i);
    for (std::thread& thread : threads) {
        thread.join();
    }
    archive.join();
    CHECK(answered == readers * rounds);
    CHECK(wrong == 0);
    CHECK(archive.published[1] > 0);
}
