#include "catalog/catalog_index.hpp"

#include <algorithm>
#include <unordered_map>

namespace tagwire::catalog {

namespace {

// What has an `article`. Dates are taken out first: to look each up at each comparison would take longer than all else.
template <typename Item>
void sort_oldest_first(std::vector<Item*>& items) {
    std::vector<std::pair<Instant, Item*>> dated;
    dated.reserve(items.size());
    for (Item* item : items) {
        dated.emplace_back(item->article->published, item);
    }
    std::sort(dated.begin(), dated.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : NewestFirst{}(b.second->article, a.second->article);
    });
    std::transform(dated.begin(), dated.end(), items.begin(), [](const auto& one) { return one.second; });
}

}  // namespace

void Catalog::Index::restore(const Memory& memory) {
    restored_ = true;
    now_ = memory.as_of;
    std::vector<const RememberedArticle*> articles;
    articles.reserve(memory.articles.size());
    for (const RememberedArticle& remembered : memory.articles) {
        hold(remembered);
        articles.push_back(&remembered);
    }
    sort_oldest_first(articles);
    for (const RememberedArticle* remembered : articles) {
        await(remembered->article);
        if (is_in_story(remembered->article)) restore_story(*remembered);
    }
    std::erase_if(articles, [](const RememberedArticle* remembered) { return remembered->entered.number == 0; });
    feeds_.restore(memory, articles);
}

void Catalog::Index::hold(const RememberedArticle& remembered) {
    const ArticlePtr& article = remembered.article;
    const bool should_be_visible = is_visible(*article, now_);
    const bool visible = remembered.entered.number != 0 || (should_be_visible && is_in_story(article));
    if (visible != should_be_visible) doubtful_.push_back(article);
    articles_.insert_or_assign(articles_.end(), article->path, Held{article, remembered.entered, visible});
}

void Catalog::Index::restore_story(const RememberedArticle& remembered) {
    Held& held = articles_.find(remembered.article->path)->second;
    if (held.visible) stories_.replace(nullptr, held.article);
    if (held.entered.number == 0 || stories_.restore(held.article)) return;
    held.entered = {};
    leaving_.push_back(remembered);
}

void Catalog::Index::await(const ArticlePtr& article) {
    if (is_visible(*article, first_shown(*article))) due_.add(article);  // else no time will show it
}

bool Catalog::Index::is_in_story(const ArticlePtr& article) const {
    return duplicates_ == Duplicates::hidden && article && !article->metadata.external_url.empty();
}

Update Catalog::Index::update(const std::vector<Change>& changes, Instant now) {
    const std::vector<Value> values = changed_values(changes, now);
    now_ = now;
    Movements movements{std::exchange(leaving_, {}), {}};
    for (const Value& value : values) {
        replace(value, movements);
    }
    settle_stories(movements);
    forget_gone(values);
    const Numbers before = numbers_before(movements);
    renew_feeds(movements);
    FeedChanges feeds = feeds_.settle();
    Update update{std::move(feeds.stale), std::move(feeds.pages),  renumbered(before),  shown(movements),
                  hidden(movements),      feeds.feed_list_changed, due_.next_after(now)};
    restored_ = false;
    doubtful_.clear();
    return update;
}

// The changes, and the articles for which time alone may change something: each path once, in their order.
std::vector<Catalog::Index::Value> Catalog::Index::changed_values(const std::vector<Change>& changes,
                                                                  Instant now) const {
    std::vector<Value> values;
    values.reserve(changes.size());
    for (const ArticlePtr& article : doubtful_) {
        values.push_back({article->path, article});
    }
    for (const ArticlePtr& article : due_.between(now_, now)) {
        values.push_back({article->path, article});
    }
    for (const Change& change : changes) {
        values.push_back({change.path, change.article});
    }
    // Of several for one path the last counts.
    std::reverse(values.begin(), values.end());
    std::stable_sort(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.path < b.path; });
    const auto end =
        std::unique(values.begin(), values.end(), [](const Value& a, const Value& b) { return a.path == b.path; });
    values.erase(end, values.end());
    return values;
}

void Catalog::Index::replace(const Value& value, Movements& movements) {
    const bool is_last = articles_.empty() || articles_.rbegin()->first < value.path;  // as in a first scan
    const auto found = is_last ? articles_.end() : articles_.lower_bound(value.path);
    const bool is_new = found == articles_.end() || found->first != value.path;
    Held& held = is_new ? articles_.emplace_hint(found, value.path, Held{})->second : found->second;
    const ArticlePtr before = std::exchange(held.article, value.article);
    const bool was_visible = std::exchange(held.visible, value.article && is_visible(*value.article, now_));
    if (before) due_.remove(before);
    if (value.article) await(value.article);

    const ArticlePtr visible_before = was_visible ? before : nullptr;
    const ArticlePtr visible_after = held.visible ? value.article : nullptr;
    if (visible_before == visible_after) return;
    // Of a story only one article moves, which is known when all have changed.
    const bool before_in_story = is_in_story(visible_before);
    const bool after_in_story = is_in_story(visible_after);
    stories_.replace(before_in_story ? visible_before : nullptr, after_in_story ? visible_after : nullptr);
    if (visible_before && !before_in_story) movements.leaving.push_back({before, std::exchange(held.entered, {})});
    if (visible_after && !after_in_story) movements.coming.push_back(&held);
}

void Catalog::Index::settle_stories(Movements& movements) {
    for (const auto& [before, after] : stories_.settle()) {
        if (before) {
            Held& held = articles_.find(before->path)->second;
            movements.leaving.push_back({before, std::exchange(held.entered, {})});
        }
        if (after) movements.coming.push_back(&articles_.find(after->path)->second);
    }
}

void Catalog::Index::forget_gone(const std::vector<Value>& values) {
    for (const Value& value : values) {
        if (!value.article) articles_.erase(articles_.find(value.path));
    }
}

// An article is known by its id: it keeps its numbers at another path too.
void Catalog::Index::renew_feeds(Movements& movements) {
    std::unordered_multimap<std::string_view, const RememberedArticle*> left;  // by id
    for (const RememberedArticle& article : movements.leaving) {
        feeds_.remove(article);
        left.emplace(article.article->id, &article);
    }
    // Oldest first: of terms that collide, the one with the earliest article gets the plain slug; and numbers do not
    // depend on the order in which files are found.
    sort_oldest_first(movements.coming);
    for (Held* held : movements.coming) {
        const auto before = left.find(held->article->id);
        held->entered = feeds_.add(held->article, before == left.end() ? nullptr : before->second);
        if (before != left.end()) left.erase(before);
    }
}

Catalog::Index::Numbers Catalog::Index::numbers_before(const Movements& movements) {
    Numbers numbers;
    for (const auto& [article, entered] : movements.leaving) {
        numbers.emplace_hint(numbers.end(), article->path, entered);
    }
    for (const Held* held : movements.coming) {
        numbers.emplace_hint(numbers.end(), held->article->path, Entered{});
    }
    return numbers;
}

std::vector<Renumbered> Catalog::Index::renumbered(const Numbers& before) const {
    std::vector<Renumbered> changes;
    changes.reserve(before.size());
    auto held = articles_.begin();
    for (const auto& [path, numbers] : before) {
        if (held == articles_.end() || held->first != path) held = articles_.lower_bound(path);
        const bool is_held = held != articles_.end() && held->first == path;
        const Entered entered = is_held ? held->second.entered : Entered{};
        if (entered != numbers) changes.push_back({std::string(path), entered});
        if (is_held) ++held;  // after a first scan the next one is the next to look at
    }
    return changes;
}

std::vector<ArticlePtr> Catalog::Index::shown(const Movements& movements) const {
    std::vector<const Held*> shown(movements.coming.begin(), movements.coming.end());
    if (restored_) {
        shown.clear();
        for (const auto& [path, held] : articles_) {
            if (held.entered.number != 0) shown.push_back(&held);
        }
        sort_oldest_first(shown);
    }
    std::vector<ArticlePtr> articles;
    articles.reserve(shown.size());
    for (const Held* held : shown) {
        articles.push_back(held->article);
    }
    return articles;
}

// Those that left and no new value takes the place of.
std::vector<ArticlePtr> Catalog::Index::hidden(const Movements& movements) const {
    std::vector<ArticlePtr> articles;
    for (const auto& [article, entered] : movements.leaving) {
        if (!is_shown(article->path)) articles.push_back(article);
    }
    std::sort(articles.begin(), articles.end(),
              [](const ArticlePtr& a, const ArticlePtr& b) { return a->path < b->path; });
    return articles;
}

bool Catalog::Index::is_shown(std::string_view path) const {
    const auto held = articles_.find(path);
    return held != articles_.end() && held->second.entered.number != 0;
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

}  // namespace tagwire::catalog
