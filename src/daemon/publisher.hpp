// What was seen in the folder, together with what is remembered, becomes what is published. The one owner of catalog
// and state.
#pragma once

#include "base/problem.hpp"
#include "catalog/catalog.hpp"
#include "daemon/article_pages.hpp"
#include "daemon/feed_recipes.hpp"
#include "daemon/observation.hpp"
#include "daemon/settings.hpp"
#include "shelf/recipe.hpp"
#include "state/store.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::daemon {

struct Publication {
    std::vector<shelf::Recipe> recipes;   // of the documents that are stale
    std::vector<std::string> withdrawn;   // URLs of documents that are no more
    Problems problems;                    // of what was seen in this batch
    std::vector<std::string> look_again;  // paths whose files deserve another look: an id they claim has become free
    std::vector<content::ArticlePtr> wanted_bodies;  // came into a window, and their bodies are not remembered yet
    std::set<std::string> renamed_from;              // of the missing paths: they are explained
    std::optional<Instant> next_due;                 // when advance() has something to do
};

// Synchronous, without threads and clock. What it is given counts as true: doubting a disappearance is its caller's
// part.
class Publisher {
  public:
    // `store` must outlive the publisher. A file that is broken at first sight keeps the article that `predecessor` has
    // for it.
    Publisher(Settings settings, state::Store& store, const Publisher* predecessor = nullptr);
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    // `missing`: known paths that have no file at the moment, whether they are among `seen` or not; one may have been
    // renamed.
    [[nodiscard]] Publication apply(std::vector<Observation> seen, const std::set<std::string>& missing, Instant now);
    [[nodiscard]] Publication advance(Instant now);

    [[nodiscard]] const Settings& settings() const { return settings_; }
    [[nodiscard]] const catalog::Catalog& catalog() const { return catalog_; }
    [[nodiscard]] const FeedRecipes& feeds() const { return feeds_; }
    [[nodiscard]] Problems problems() const;  // all that stand, by path
    [[nodiscard]] bool knows(std::string_view path) const { return catalog_.find(path) != nullptr; }

  private:
    void note_problems(const Observation& seen, Publication& publication);
    [[nodiscard]] std::optional<catalog::Change> change_for(Observation& seen, Publication& publication, Instant now);
    [[nodiscard]] std::optional<catalog::Change> change_for_article(Observation& seen, Publication& publication,
                                                                    Instant now);
    [[nodiscard]] bool claims_foreign_id(const std::string& path, const std::string& id, Publication& publication);
    void release_id(const std::string& path, Publication& publication);
    void finish(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication,
                Instant now);
    void remember_bodies(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication);

    Settings settings_;
    state::Store& store_;
    const Publisher* predecessor_;  // asked during the first apply() only
    bool is_first_ = true;
    catalog::Catalog catalog_;
    FeedRecipes feeds_;
    ArticlePages pages_;
    Problems folder_problems_;                              // of the folder as a whole
    std::map<std::string, Problems> problems_;              // by path
    std::map<std::string, std::string> owners_;             // id → path of the article that carries it
    std::multimap<std::string, std::string> other_claims_;  // id → paths of files that claim it as well
};

}  // namespace tagwire::daemon
