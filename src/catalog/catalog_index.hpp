// What the catalog consists of: all articles by path, those of them that stand in feeds, and what time will change.
#pragma once

#include "catalog/catalog.hpp"
#include "catalog/due_queue.hpp"
#include "catalog/feed_index.hpp"
#include "catalog/stories.hpp"

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::catalog {

class Catalog::Index {
  public:
    Index(std::vector<feed::Definition> definitions, Duplicates duplicates)
        : feeds_(std::move(definitions)),
          duplicates_(duplicates) {}

    void restore(const Memory& memory);
    [[nodiscard]] Update update(const std::vector<Change>& changes, Instant now);

    [[nodiscard]] const FeedIndex& feeds() const { return feeds_; }
    [[nodiscard]] ArticlePtr find(std::string_view path) const;
    [[nodiscard]] bool is_shown(std::string_view path) const;
    [[nodiscard]] std::vector<ArticlePtr> below(std::string_view folder) const;

  private:
    struct Held {
        ArticlePtr article;    // null only within an update: there is none any more
        Entered entered;       // Entered{} if it stands in no feed
        bool visible = false;  // stands in a feed, or would but for another article of its story
    };
    struct Value {
        std::string_view path;
        ArticlePtr article;
    };
    struct Movements {
        std::vector<RememberedArticle> leaving;  // as they were
        std::vector<Held*> coming;
    };
    using Numbers = std::map<std::string_view, Entered>;  // by path

    void hold(const RememberedArticle& remembered);
    void restore_story(const RememberedArticle& remembered);
    void await(const ArticlePtr& article);
    [[nodiscard]] bool is_in_story(const ArticlePtr& article) const;

    [[nodiscard]] std::vector<Value> changed_values(const std::vector<Change>& changes, Instant now) const;
    void replace(const Value& value, Movements& movements);
    void settle_stories(Movements& movements);
    void forget_gone(const std::vector<Value>& values);
    void renew_feeds(Movements& movements);
    [[nodiscard]] static Numbers numbers_before(const Movements& movements);
    [[nodiscard]] std::vector<Renumbered> renumbered(const Numbers& before) const;
    [[nodiscard]] std::vector<ArticlePtr> shown(const Movements& movements) const;
    [[nodiscard]] std::vector<ArticlePtr> hidden(const Movements& movements) const;

    FeedIndex feeds_;
    Duplicates duplicates_;
    Stories stories_;
    std::map<std::string, Held, std::less<>> articles_;  // by path
    DueQueue due_;
    Instant now_ = Instant::min();
    // Between restore() and the first update:
    bool restored_ = false;
    std::vector<ArticlePtr>
        doubtful_;  // by what they say they should stand in feeds and do not, or the other way round
    std::vector<RememberedArticle> leaving_;  // stand in feeds, and are duplicates now
};

}  // namespace tagwire::catalog
