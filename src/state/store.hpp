// What must outlive the process: who an article is, when readers first saw it, which bytes they were given when.
#pragma once

#include "base/digest.hpp"
#include "base/time.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::state {

// What is remembered of the article at a path.
struct ArticleRecord {
    std::string path;
    std::string id;
    Instant first_seen;
    Instant published;
    bool published_frozen =
        false;  // it came from a fallback (a name, the file's time): it stays until the front matter gives one
    Instant updated;
    Fingerprint bytes;
    Fingerprint significant;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
};

// When a document last changed, and the hash of its bytes since then.
struct DocumentRecord {
    std::uint64_t hash = 0;
    Instant last_modified;
};

// All but the bodies belong to one thread; the bodies may be asked for by any.
class Store {
  public:
    virtual ~Store() = default;

    [[nodiscard]] virtual std::optional<ArticleRecord> article(std::string_view path) const = 0;
    [[nodiscard]] virtual std::optional<ArticleRecord> article_with_id(std::string_view id) const = 0;
    virtual void remember(ArticleRecord record) = 0;  // in place of what was remembered of its path
    virtual void rename(std::string_view from, std::string_view to) = 0;
    virtual void forget(std::string_view path) = 0;

    [[nodiscard]] virtual std::optional<DocumentRecord> document(std::string_view path) const = 0;
    virtual void remember_document(std::string_view path, DocumentRecord record) = 0;

    // The `updated` of a feed, by its Atom id.
    [[nodiscard]] virtual std::optional<Instant> feed_updated(std::string_view feed_id) const = 0;
    virtual void remember_feed_updated(std::string_view feed_id, Instant updated) = 0;

    // Bodies of articles that stand in windows, by the fingerprint of their file.
    [[nodiscard]] virtual std::optional<std::string> body(const Fingerprint& file) const = 0;
    [[nodiscard]] virtual bool has_body(const Fingerprint& file) const = 0;
    virtual void remember_body(const Fingerprint& file, std::string_view body) = 0;
    virtual void forget_body(const Fingerprint& file) = 0;
};

}  // namespace tagwire::state
