// Bounds what all documents take up together: a crawler that fetches every page must not fill the memory.
//
// Documents are given up in the order in which they were first made, except that one that was asked for since it was
// looked at last gets another round (the clock algorithm). What was given up is rendered again when it is asked for.
#pragma once

#include "shelf/document.hpp"
#include "shelf/slot.hpp"

#include <atomic>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>

namespace tagwire::shelf {

// Thread-safe.
class DocumentBudget {
  public:
    explicit DocumentBudget(std::size_t bytes_max) : bytes_max_(bytes_max) {}

    // The same document, counted as long as anybody holds it.
    [[nodiscard]] std::shared_ptr<Document> count(Document document);

    // A slot that had no document has got one. Makes room if the documents of all slots are too large.
    void admit(const std::shared_ptr<Slot>& slot);

    [[nodiscard]] std::size_t bytes() const { return *bytes_; }

  private:
    const std::size_t bytes_max_;
    // Shared with the documents, which may outlive us.
    std::shared_ptr<std::atomic<std::size_t>> bytes_ = std::make_shared<std::atomic<std::size_t>>(0);
    std::mutex mutex_;
    std::deque<std::weak_ptr<Slot>> slots_;
};

}  // namespace tagwire::shelf
