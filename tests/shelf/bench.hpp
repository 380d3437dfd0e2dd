// A shelf whose pool and clock the test holds in its hands.
#pragma once

#include "content/body.hpp"
#include "shelf/recipes.hpp"
#include "shelf/shelf.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::shelf::sample {

class Bodies final : public BodySource {
  public:
    Bodies() { content::prepare_content(); }

    std::function<Result<std::string>(const content::Article&)> give = [](const content::Article& article) {
        return Result<std::string>("the body of " + article.metadata.title);
    };
    int asked = 0;

    Result<std::string> body(const content::Article& article) override {
        ++asked;
        return give(article);
    }
};

// One thread; tasks wait until the test runs them.
class Bench {
  public:
    explicit Bench(const std::string& base_url = "https://example.org/", std::size_t document_bytes_max = 1 << 20)
        : Bench(ShelfOptions{
              .base_url = base_url, .run = {}, .settle = {}, .archive = {}, .document_bytes_max = document_bytes_max}) {
    }
    // What the shelf hands out is left in this bench, whatever the options say.
    explicit Bench(ShelfOptions options) : shelf(with_hands(std::move(options)), renderer) { shelf.open(); }

    // Runs what was handed to the pool, and what that hands to it; returns how many tasks there were.
    int run_tasks() {
        int count = 0;
        for (; !tasks.empty(); ++count) {
            const std::function<void()> task = std::move(tasks.front());
            tasks.pop_front();
            task();
        }
        return count;
    }

    // Asks and leaves the answer here once it is there.
    std::shared_ptr<std::optional<Answer>> ask(std::string_view path) {
        auto answer = std::make_shared<std::optional<Answer>>();
        shelf.ask(path, [answer](Answer given) { *answer = std::move(given); });
        return answer;
    }

    // Asks, runs the pool, and returns the answer.
    Answer get(std::string_view path) {
        const auto answer = ask(path);
        run_tasks();
        return answer->value();
    }
    DocumentPtr document(std::string_view path) { return std::get<DocumentPtr>(get(path)); }
    // The same, where the document is a page of an archive that has to be made.
    Answer get_page(std::string_view path, const ShelfOptions::Page& made) {
        const auto answer = ask(path);
        for (; !questions.empty(); questions.pop_front()) questions.front().answer(made);
        run_tasks();
        return answer->value();
    }
    std::string moved(std::string_view path) { return std::get<Moved>(get(path)).location; }

    struct Settled {
        std::string path;
        std::uint64_t hash;
    };

    struct Question {
        FeedDocument current;
        std::size_t page;
        std::function<void(ShelfOptions::Page)> answer;
    };

    Bodies bodies;
    Renderer renderer{bodies};
    std::deque<std::function<void()>> tasks;
    std::vector<Settled> settled;
    std::deque<Question> questions;  // for pages of archives
    Instant now = noon;
    Shelf shelf;

  private:
    ShelfOptions with_hands(ShelfOptions options) {
        options.run = [this](std::function<void()> task) { tasks.push_back(std::move(task)); };
        options.settle = [this](const std::string& path, std::uint64_t hash, const std::function<void(Instant)>& done) {
            settled.push_back({path, hash});
            done(now);
        };
        options.archive = [this](const FeedDocument& current, std::size_t page,
                                 std::function<void(ShelfOptions::Page)> answer) {
            questions.push_back({current, page, std::move(answer)});
        };
        return options;
    }
};

template <class T>
bool is(const Answer& answer) {
    return std::holds_alternative<T>(answer);
}

inline bool has(const DocumentPtr& document, std::string_view text) {
    return document->identity.find(text) != std::string::npos;
}

}  // namespace tagwire::shelf::sample
