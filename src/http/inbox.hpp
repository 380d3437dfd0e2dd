// Where the answer to a session's question arrives, from whatever thread and whenever: it may outlive its session.
#pragma once

#include "shelf/shelf.hpp"

#include <functional>
#include <mutex>
#include <optional>

namespace tagwire::http {

// Thread-safe. One question at a time.
class Inbox {
  public:
    // `wake` is called on the thread of put(), and must not call back.
    explicit Inbox(std::function<void()> wake) : wake_(std::move(wake)) {}

    void put(shelf::Answer answer);

    // The answer, if there is one; if not, the next put() wakes.
    [[nodiscard]] std::optional<shelf::Answer> take();

    // After that nobody is woken, and what is put is dropped.
    void close();

  private:
    std::mutex mutex_;
    std::function<void()> wake_;  // empty when closed
    std::optional<shelf::Answer> answer_;
    bool awaited_ = false;
};

}  // namespace tagwire::http
