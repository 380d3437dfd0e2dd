// A store that remembers as long as the process lives.
#pragma once

#include "state/store.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace tagwire::state {

class MemoryStore final : public Store {
  public:
    [[nodiscard]] std::optional<ArticleRecord> article(std::string_view path) const override;
    [[nodiscard]] std::optional<ArticleRecord> article_with_id(std::string_view id) const override;
    void remember(ArticleRecord record) override;
    void rename(std::string_view from, std::string_view to) override;
    void forget(std::string_view path) override;

    [[nodiscard]] std::optional<DocumentRecord> document(std::string_view path) const override;
    void remember_document(std::string_view path, DocumentRecord record) override;

    [[nodiscard]] std::optional<Instant> feed_updated(std::string_view feed_id) const override;
    void remember_feed_updated(std::string_view feed_id, Instant updated) override;

    [[nodiscard]] std::optional<std::string> body(const Fingerprint& file) const override;
    [[nodiscard]] bool has_body(const Fingerprint& file) const override;
    void remember_body(const Fingerprint& file, std::string_view body) override;
    void forget_body(const Fingerprint& file) override;

  private:
    template <class T>
    using ByName = std::map<std::string, T, std::less<>>;

    ByName<ArticleRecord> articles_;  // by path
    ByName<std::string> paths_;       // by id
    ByName<DocumentRecord> documents_;
    ByName<Instant> feeds_updated_;

    mutable std::mutex bodies_mutex_;
    std::unordered_map<Fingerprint, std::string> bodies_;  // compressed
};

}  // namespace tagwire::state
