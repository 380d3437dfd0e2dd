#include "http/inbox.hpp"

#include <utility>

namespace tagwire::http {

void Inbox::put(shelf::Answer answer) {
    const std::lock_guard lock(mutex_);
    if (!wake_) return;
    answer_ = std::move(answer);
    if (std::exchange(awaited_, false)) wake_();
}

std::optional<shelf::Answer> Inbox::take() {
    const std::lock_guard lock(mutex_);
    awaited_ = !answer_;
    return std::exchange(answer_, std::nullopt);
}

void Inbox::close() {
    const std::lock_guard lock(mutex_);
    wake_ = nullptr;
    answer_.reset();
}

}  // namespace tagwire::http
