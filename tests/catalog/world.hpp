// A folder whose articles change at random: edits, new ones (backdated too), deletions, renames, retagging, drafts,
// expiry, hold-back, and a clock that mostly goes forward.
#pragma once

#include "catalog/group.hpp"
#include "catalog/sample.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace tagwire::catalog::sample {

inline feed::Window small_window(std::size_t entries, std::chrono::seconds recent, std::size_t body_bytes_max) {
    feed::Window window;
    window.entries = entries;
    window.recent = recent;
    window.entries_max = entries + 2;
    window.body_bytes_max = body_bytes_max;
    return window;
}

class World {
  public:
    World(unsigned seed, Duplicates duplicates, feed::Window window) : random_(seed), duplicates_(duplicates) {
        definitions_ = sample::definitions(window);
        definitions_.push_back(definitions_[tags]);
        definitions_.back().name = "tags-short";
        definitions_.back().window.entries = 1;
    }

    // What happens next, until now().
    std::vector<Change> step() {
        std::vector<Change> changes;
        for (int count = pick(4); count > 0; --count) change(changes);
        now_ += pick(3) == 0 ? std::chrono::minutes(pick(240) - 100) : 0min;
        return changes;
    }

    [[nodiscard]] Instant now() const { return now_; }
    [[nodiscard]] Duplicates duplicates() const { return duplicates_; }
    [[nodiscard]] const std::vector<feed::Definition>& definitions() const { return definitions_; }
    [[nodiscard]] const std::map<std::string, ArticlePtr>& articles() const { return articles_; }  // null: deleted

    [[nodiscard]] bool is_seen(const ArticlePtr& article) const {
        return article && is_visible(*article, now_) && !is_duplicate(article);
    }

    // Oldest first.
    [[nodiscard]] std::vector<ArticlePtr> seen() const {
        std::vector<ArticlePtr> seen;
        for (const auto& [path, article] : articles_) {
            if (is_seen(article)) seen.push_back(article);
        }
        std::sort(seen.rbegin(), seen.rend(), NewestFirst{});
        return seen;
    }

  private:
    int pick(int below) { return std::uniform_int_distribution<>(0, below - 1)(random_); }

    void change(std::vector<Change>& changes) {
        const std::string path = std::to_string(pick(14));
        const ArticlePtr before = articles_[path];
        const int what = pick(8);
        if (what < 2) return record(changes, gone(path));
        if (what == 2 && before) {
            const std::string other = std::to_string(pick(14));
            if (other == path || articles_[other]) return;
            content::Article renamed = *(pick(2) == 0 ? before : article(other, before->id));
            renamed.path = other;
            record(changes, gone(path));
            return record(changes, put(std::make_shared<const content::Article>(renamed)));
        }
        record(changes, put(article(path, before ? before->id : unused_id())));
    }

    void record(std::vector<Change>& changes, const Change& change) {
        articles_[change.path] = change.article;
        changes.push_back(change);
    }

    [[nodiscard]] std::string unused_id() const {
        std::set<std::string> used;
        for (const auto& [path, article] : articles_) {
            if (article) used.insert(article->id);
        }
        int number = 0;
        while (used.contains("urn:test:" + std::to_string(number))) ++number;
        return "urn:test:" + std::to_string(number);
    }

    ArticlePtr article(const std::string& path, const std::string& id) {
        static const std::vector<std::string> spellings = {"Go", "go", "GO", "C++", "c++", "中文 标签", "..", "😀"};
        Sketch sketch(path);
        if (duplicates_ == Duplicates::hidden && pick(3) > 0) {
            sketch.tells_of("https://example.org/" + std::to_string(pick(3)));
        }
        const Instant published = noon + std::chrono::minutes(30 * pick(12));
        sketch.id(id).at(published).updated(published + std::chrono::minutes(pick(90)));
        sketch.body_bytes(static_cast<std::size_t>(pick(5)) * 2000);
        if (pick(5) == 0) sketch.until(noon + std::chrono::minutes(30 * pick(16)));
        if (pick(6) == 0) sketch.held_until(noon + std::chrono::minutes(30 * pick(16)));
        if (pick(10) == 0) sketch.draft();
        std::vector<std::string> terms = {spellings[static_cast<std::size_t>(pick(5))]};
        if (pick(2) == 0) terms.push_back(spellings[5 + static_cast<std::size_t>(pick(3))]);
        return sketch.tagged(terms).make();
    }

    // Of one original the earliest published, ties by path: the order in which the articles stand here.
    [[nodiscard]] bool is_duplicate(const ArticlePtr& article) const {
        const std::string& original = article->metadata.external_url;
        if (duplicates_ == Duplicates::shown || original.empty()) return false;
        return std::any_of(articles_.begin(), articles_.end(), [&](const auto& one) {
            const ArticlePtr& other = one.second;
            return other && is_visible(*other, now_) && other->metadata.external_url == original &&
                   std::tie(other->published, other->path) < std::tie(article->published, article->path);
        });
    }

    std::mt19937 random_;
    Duplicates duplicates_;
    std::vector<feed::Definition> definitions_;
    std::map<std::string, ArticlePtr> articles_;
    Instant now_ = noon;
};

}  // namespace tagwire::catalog::sample
