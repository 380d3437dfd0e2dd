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
    FeedMemory::Former former;            // URLs that the configuration has taken away, or put elsewhere
    std::vector<shelf::Recipe> recipes;   // of the documents that are stale
    std::vector<std::string> dropped;     // URLs of documents to be forgotten; see FeedRecipes::Changes
    std::vector<std::string> withdrawn;   // URLs of articles' pages that are no more
    Problems problems;                    // of what was seen in this batch
    std::vector<std::string> look_again;  // paths whose files deserve another look: an id they claim has become free
    std::vector<content::ArticlePtr> wanted_bodies;  // came into a window, and their bodies are not remembered yet
    std::set<std::string> renamed_from;              // of the missing paths: they are explained
    std::optional<Instant> next_due;                 // when advance() has something to do
};

// Synchronous, without threads and clock. What it is given counts as true: doubting a disappearance is its caller's
// part. What is to be remembered is in the store when a call returns; saving it is its caller's part too.
class Publisher {
  public:
    Publisher(Settings settings, state::Store& store);  // `store` must outlive the publisher
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    // Takes up where the store says that another publisher stood; before anything else, where there is a store that
    // remembers. What is published by it comes with the next call of apply().
    void restore(Instant now);

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
    [[nodiscard]] Problems first_problems(const std::vector<Observation>& seen, Instant now);
    void note_problems(const Observation& seen, Publication& publication);
    [[nodiscard]] std::optional<catalog::Change> change_for(Observation& seen, Publication& publication, Instant now);
    [[nodiscard]] std::optional<catalog::Change> change_for_article(Observation& seen, Publication& publication,
                                                                    Instant now);
    [[nodiscard]] catalog::Change change_for_nothing(const Observation& seen, Publication& publication, Instant now);
    [[nodiscard]] bool claims_foreign_id(const content::Article& article, Publication& publication);
    void delete_record(const state::ArticleRecord& record, Publication& publication, Instant now);
    void finish(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication,
                Instant now);
    void remember_bodies(const catalog::Update& update, const std::vector<Observation>& seen, Publication& publication);
    void forget_body(const content::Article& article);
    [[nodiscard]] std::vector<content::ArticlePtr> articles_at(const std::vector<catalog::Change>& changes) const;

    Settings settings_;
    state::Store& store_;
    bool is_first_ = true;
    catalog::Catalog catalog_;
    FeedRecipes feeds_;
    ArticlePages pages_;
    Problems folder_problems_;                              // of the folder as a whole
    std::map<std::string, Problems> problems_;              // by path
    std::multimap<std::string, std::string> other_claims_;  // id → paths of files that claim what another article has
};

}  // namespace tagwire::daemon
