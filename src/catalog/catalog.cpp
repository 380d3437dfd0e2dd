#include "catalog/catalog.hpp"

#include "catalog/due_queue.hpp"
#include "catalog/feed_index.hpp"
#include "catalog/stories.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

namespace tagwire::catalog {

bool is_visible(const content::Article& article, Instant now) {
    const content::Metadata& metadata = article.metadata;
    return !metadata.draft && !metadata.unlisted && article.published <= now &&
           (!metadata.expires || now < *metadata.expires);
}

class Catalog::Index {
  public:
    Index(std::vector<feed::Definition> definitions, Duplicates duplicates)
        : feeds_(std::move(definitions)),
          duplicates_(duplicates) {}

    [[nodiscard]] Update update(const std::vector<Change>& changes, Instant now);

    [[nodiscard]] const FeedIndex& feeds() const { return feeds_; }
    [[nodiscard]] ArticlePtr find(std::string_view path) const;
    [[nodiscard]] bool is_shown(std::string_view path) const;
    [[nodiscard]] std::vector<ArticlePtr> below(std::string_view folder) const;

  private:
    struct Held {
        ArticlePtr article;
        bool visible = false;
    };
    using Values = std::map<std::string, ArticlePtr, std::less<>>;  // new values by path; null: none any more
    struct Movements {
        std::vector<ArticlePtr> leaving;
        std::vector<ArticlePtr> coming;

        [[nodiscard]] std::vector<ArticlePtr> hidden() const;
        void add(const ArticlePtr& before, const ArticlePtr& after);  // null: not visible
    };

    [[nodiscard]] Values changed_values(const std::vector<Change>& changes, Instant now) const;
    void replace(const std::string& path, const ArticlePtr& article, Movements& movements);
    void move(const ArticlePtr& before, const ArticlePtr& after, Movements& movements);
    [[nodiscard]] bool is_in_story(const ArticlePtr& article) const;

    FeedIndex feeds_;
    Duplicates duplicates_;
    Stories stories_;
    std::map<std::string, Held, std::less<>> articles_;  // by path
    DueQueue due_;
    Instant now_ = Instant::min();
};

Update Catalog::Index::update(const std::vector<Change>& changes, Instant now) {
    const Values values = changed_values(changes, now);
    now_ = now;
    Movements movements;
    for (const auto& [path, article] : values) {
        replace(path, article, movements);
    }
    for (const auto& [before, after] : stories_.settle()) {
        movements.add(before, after);
    }
    for (const ArticlePtr& article : movements.leaving) {
        feeds_.remove(article);
    }
    // Oldest first: of terms that collide, the one with the earliest article gets the plain slug.
    std::sort(movements.coming.rbegin(), movements.coming.rend(), NewestFirst{});
    for (const ArticlePtr& article : movements.coming) {
        feeds_.add(article);
    }
    FeedChanges feeds = feeds_.settle();
    std::vector<ArticlePtr> hidden = movements.hidden();
    return {std::move(feeds.stale), std::move(movements.coming), std::move(hidden), feeds.feed_list_changed,
            due_.next_after(now)};
}

// The changes, and the articles for which time alone may change something.
Catalog::Index::Values Catalog::Index::changed_values(const std::vector<Change>& changes, Instant now) const {
    Values values;
    for (const ArticlePtr& article : due_.between(now_, now)) {
        values[article->path] = article;
    }
    for (const Change& change : changes) {
        values[change.path] = change.article;
    }
    return values;
}

void Catalog::Index::Movements::add(const ArticlePtr& before, const ArticlePtr& after) {
    if (before) {
        leaving.push_back(before);
    }
    if (after) {
        coming.push_back(after);
    }
}

// Those that left and no new value takes the place of, by path.
std::vector<ArticlePtr> Catalog::Index::Movements::hidden() const {
    std::set<std::string_view> taken;
    for (const ArticlePtr& article : coming) {
        taken.insert(article->path);
    }
    std::map<std::string_view, ArticlePtr> hidden;
    for (const ArticlePtr& article : leaving) {
        if (!taken.contains(article->path)) {
            hidden.emplace(article->path, article);
        }
    }
    std::vector<ArticlePtr> articles;
    for (const auto& [path, article] : hidden) {
        articles.push_back(article);
    }
    return articles;
}

void Catalog::Index::replace(const std::string& path, const ArticlePtr& article, Movements& movements) {
    const auto held = articles_.try_emplace(path).first;
    const Held before = std::exchange(held->second, {article, article && is_visible(*article, now_)});
    if (before.article) {
        due_.remove(before.article);
    }
    if (article && is_visible(*article, article->published)) {  // else no time will show it
        due_.add(article);
    }
    const ArticlePtr shown_before = before.visible ? before.article : nullptr;
    const ArticlePtr shown_after = held->second.visible ? article : nullptr;
    if (shown_before != shown_after) {
        move(shown_before, shown_after, movements);
    }
    if (!article) {
        articles_.erase(held);
    }
}

bool Catalog::Index::is_in_story(const ArticlePtr& article) const {
    return duplicates_ == Duplicates::hidden && article && !article->metadata.external_url.empty();
}

// Of a story only one article moves, which is known when all have changed.
void Catalog::Index::move(const ArticlePtr& before, const ArticlePtr& after, Movements& movements) {
    const bool before_in_story = is_in_story(before);
    const bool after_in_story = is_in_story(after);
    stories_.replace(before_in_story ? before : nullptr, after_in_story ? after : nullptr);
    movements.add(before_in_story ? nullptr : before, after_in_story ? nullptr : after);
}

bool Catalog::Index::is_shown(std::string_view path) const {
    const auto held = articles_.find(path);
    if (held == articles_.end() || !held->second.visible) return false;
    return !is_in_story(held->second.article) || stories_.is_shown(held->second.article);
}

ArticlePtr Catalog::Index::find(std::string_view path) const {
    const auto held = articles_.find(path);
    return held == articles_.end() ? nullptr : held->second.article;
}

std::vector<ArticlePtr> Catalog::Index::below(std::string_view folder) const {
    const std::string prefix = folder.empty() ? std::string() : std::string(folder) + "/";
    std::vector<ArticlePtr> articles;
    for (auto held = articles_.lower_bound(prefix); held != articles_.end() && held->first.starts_with(prefix);
         ++held) {
        articles.push_back(held->second.article);
    }
    return articles;
}

Catalog::Catalog(std::vector<feed::Definition> definitions, Duplicates duplicates)
    : index_(std::make_unique<Index>(std::move(definitions), duplicates)) {}
Catalog::~Catalog() = default;
Catalog::Catalog(Catalog&&) noexcept = default;
Catalog& Catalog::operator=(Catalog&&) noexcept = default;

Update Catalog::apply(const std::vector<Change>& changes, Instant now) { return index_->update(changes, now); }

Update Catalog::advance(Instant now) { return index_->update({}, now); }

const std::vector<feed::Definition>& Catalog::definitions() const { return index_->feeds().definitions(); }

std::vector<FeedState> Catalog::feeds() const { return index_->feeds().listed(); }

ArticlePtr Catalog::find(std::string_view path) const { return index_->find(path); }

bool Catalog::is_shown(std::string_view path) const { return index_->is_shown(path); }

std::vector<ArticlePtr> Catalog::below(std::string_view folder) const { return index_->below(folder); }

bool Catalog::in_a_window(const content::Article& article) const { return index_->feeds().in_a_window(article); }

}  // namespace tagwire::catalog
