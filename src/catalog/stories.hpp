// Articles that tell of one original elsewhere: aggregators are given the same story by several sources, and readers
// want it once. The one shown is the earliest published (ties by path), which does not depend on the order of arrival.
#pragma once

#include "content/article.hpp"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace tagwire::catalog {

using content::ArticlePtr;

class Stories {
  public:
    // Of visible articles; null: there is none. Those without an external URL are not asked for.
    void replace(const ArticlePtr& before, const ArticlePtr& after);

    // Who was shown and who is, for each story that changed since the last call; null: nobody. A pair is of two values.
    [[nodiscard]] std::vector<std::pair<ArticlePtr, ArticlePtr>> settle();

    // Before the first settle(): whether the article is the first one to have been shown of its story.
    [[nodiscard]] bool restore(const ArticlePtr& article);

  private:
    struct Earliest {
        [[nodiscard]] bool operator()(const ArticlePtr& a, const ArticlePtr& b) const;
    };
    struct Story {
        std::set<ArticlePtr, Earliest> articles;
        ArticlePtr shown;  // as of the last settle()
    };

    std::map<std::string, Story> stories_;  // by external URL
    std::set<std::string> touched_;
};

}  // namespace tagwire::catalog
