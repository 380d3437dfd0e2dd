// What must outlive the process: who an article is, when readers first saw it, what feeds were told when.
//
// All of it is in memory first, so that it holds while the disk does not; commit() saves what has changed.
#pragma once

#include "base/digest.hpp"
#include "base/result.hpp"
#include "base/time.hpp"
#include "state/records.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::state {

// All but the bodies belong to one thread; the bodies may be asked for and given by any. Pointers to records stay good
// until the store is next changed.
class Store {
  public:
    virtual ~Store() = default;

    // ---- articles ------------------------------------------------------------------------------------------------
    // The one at that path; null if there is none. A deleted article is not at its path any more.
    [[nodiscard]] virtual const ArticleRecord* article(std::string_view path) const = 0;
    // Whose id that is, deleted or not.
    [[nodiscard]] virtual const ArticleRecord* holder(std::string_view id) const = 0;
    // Deleted articles that were last at that path, the one deleted last first; …
    [[nodiscard]] virtual std::vector<const ArticleRecord*> deleted_at(std::string_view path) const = 0;
    // … that were read from a file with those bytes.
    [[nodiscard]] virtual std::vector<const ArticleRecord*> deleted_with(const Fingerprint& bytes) const = 0;
    [[nodiscard]] virtual std::size_t count_articles() const = 0;  // those that are not deleted
    virtual void for_each_article(const std::function<void(const ArticleRecord&)>& visit) const = 0;  // not deleted
    // In place of what was remembered of its path, and of its id. What was at that path under another id is deleted
    // as of `first_seen`.
    virtual void remember(ArticleRecord record) = 0;
    // As remember() of the record with an article that has the new path; nothing if there is none at `from`.
    virtual void rename(std::string_view from, std::string_view to) = 0;
    virtual void remember_deletion(std::string_view path, Instant when) = 0;
    virtual void forget_deleted_before(Instant when) = 0;

    // ---- files that are no articles ------------------------------------------------------------------------------
    [[nodiscard]] virtual const SkippedRecord* skipped(std::string_view path) const = 0;
    virtual void remember_skipped(std::string_view path, SkippedRecord record) = 0;
    virtual void forget_skipped(std::string_view path) = 0;  // harmless if it is not there

    // ---- feeds, and the pages of their archives ------------------------------------------------------------------
    [[nodiscard]] virtual const FeedRecord* feed(const FeedName& name) const = 0;
    virtual void for_each_feed(const std::function<void(const FeedRecord&)>& visit) const = 0;
    virtual void remember_feed(FeedRecord record) = 0;
    virtual void forget_feed(const FeedName& name) = 0;                                           // and its pages
    [[nodiscard]] virtual const std::vector<PageRecord>& pages(const FeedName& name) const = 0;   // from the first
    virtual void remember_page(const FeedName& name, std::size_t number, PageRecord record) = 0;  // from 1; no gaps

    // ---- documents, by their path ---------------------------------------------------------------------------------
    [[nodiscard]] virtual std::optional<DocumentRecord> document(std::string_view path) const = 0;
    virtual void remember_document(std::string_view path, DocumentRecord record) = 0;

    // ---- bodies of articles that stand in windows, by the fingerprint of their file ---------------------------------
    [[nodiscard]] virtual std::optional<std::string> body(const Fingerprint& file) const = 0;
    [[nodiscard]] virtual bool has_body(const Fingerprint& file) const = 0;
    virtual void remember_body(const Fingerprint& file, std::string_view body) = 0;
    virtual void forget_body(const Fingerprint& file) = 0;

    // ---- the whole
    // ----------------------------------------------------------------------------------------------------
    [[nodiscard]] virtual const Marks& marks() const = 0;
    virtual void remember_marks(Marks marks) = 0;
    // Forgets everything.
    virtual void clear() = 0;
    // Saves all that has changed since the last commit that succeeded, as one. If it fails, all is still remembered
    // while the process lives, and the next commit tries again. Does not wait for the disk.
    [[nodiscard]] virtual Result<void> commit() = 0;
};

}  // namespace tagwire::state
