// A store that remembers as long as the process lives.
#pragma once

#include "state/memory_tables.hpp"
#include "state/store.hpp"

#include <utility>

namespace tagwire::state {

class MemoryStore : public Store {
  public:
    // `commit_answer`: an error where people expect that all is saved.
    explicit MemoryStore(Result<void> commit_answer = {boost::system::in_place_value})
        : MemoryStore(std::move(commit_answer), {}) {}

    [[nodiscard]] const ArticleRecord* article(std::string_view path) const override;
    [[nodiscard]] const ArticleRecord* holder(std::string_view id) const override;
    [[nodiscard]] std::vector<const ArticleRecord*> deleted_at(std::string_view path) const override;
    [[nodiscard]] std::vector<const ArticleRecord*> deleted_with(const Fingerprint& bytes) const override;
    [[nodiscard]] std::size_t count_articles() const override { return tables_.articles.count(); }
    void for_each_article(const std::function<void(const ArticleRecord&)>& visit) const override;
    void remember(ArticleRecord record) override;
    void rename(std::string_view from, std::string_view to) override;
    void remember_deletion(std::string_view path, Instant when) override;
    void forget_deleted_before(Instant when) override;

    [[nodiscard]] const SkippedRecord* skipped(std::string_view path) const override;
    void remember_skipped(std::string_view path, SkippedRecord record) override;
    void forget_skipped(std::string_view path) override;

    [[nodiscard]] const FeedRecord* feed(const FeedName& name) const override;
    void for_each_feed(const std::function<void(const FeedRecord&)>& visit) const override;
    void remember_feed(FeedRecord record) override;
    void forget_feed(const FeedName& name) override;
    [[nodiscard]] const std::vector<PageRecord>& pages(const FeedName& name) const override;
    void remember_page(const FeedName& name, std::size_t number, PageRecord record) override;

    [[nodiscard]] std::optional<DocumentRecord> document(std::string_view path) const override;
    void remember_document(std::string_view path, DocumentRecord record) override;

    [[nodiscard]] std::optional<std::string> body(const Fingerprint& file) const override;
    [[nodiscard]] bool has_body(const Fingerprint& file) const override;
    void remember_body(const Fingerprint& file, std::string_view body) override;
    void forget_body(const Fingerprint& file) override;

    [[nodiscard]] const Marks& marks() const override;
    void remember_marks(Marks marks) override;
    void clear() override;
    [[nodiscard]] Result<void> commit() override;

  protected:
    MemoryStore(Result<void> commit_answer, BodyTable::FindSaved find_saved)
        : commit_answer_(std::move(commit_answer)),
          bodies_(std::move(find_saved)) {}
    [[nodiscard]] const Result<void>& commit_answer() const { return commit_answer_; }
    [[nodiscard]] Tables& tables() { return tables_; }
    [[nodiscard]] const Tables& tables() const { return tables_; }
    [[nodiscard]] BodyTable& bodies() { return bodies_; }

  private:
    Result<void> commit_answer_;
    Tables tables_;
    BodyTable bodies_;
};

}  // namespace tagwire::state
