#include "shelf/slot.hpp"

#include <utility>

namespace tagwire::shelf {

Slot::Asked Slot::ask(Callback& callback) {
    const std::lock_guard lock(mutex_);
    if (document_version_ == version_) {
        asked_for_ = true;
        return {document_, false};
    }
    waiting_.push_back({version_, std::move(callback)});
    return {nullptr, !std::exchange(rendering_, true)};
}

bool Slot::replace(Recipe recipe) {
    const std::lock_guard lock(mutex_);
    std::swap(recipe_, recipe);  // the old one is destroyed when the lock is released
    ++version_;
    return asked_for_ && !std::exchange(rendering_, true);
}

Slot::Order Slot::order() const {
    const std::lock_guard lock(mutex_);
    return {recipe_, version_, document_};
}

Slot::Finished Slot::finish(std::uint32_t version, const DocumentPtr& document) {
    const std::lock_guard lock(mutex_);
    Finished finished;
    for (Waiting& one : std::exchange(waiting_, {})) {
        if (one.version <= version) {
            finished.callbacks.push_back(std::move(one.callback));
        } else {
            waiting_.push_back(std::move(one));
        }
    }
    if (document) {
        finished.first = !document_;
        document_ = document;
        document_version_ = version;
        asked_for_ = !finished.callbacks.empty();
    }
    finished.answer = document_ ? Answer(document_) : Answer(Failed{});
    const bool ahead_of_time = document && asked_for_ && version != version_;
    rendering_ = finished.render = ahead_of_time || !waiting_.empty();
    return finished;
}

bool Slot::give_up() {
    const std::lock_guard lock(mutex_);
    if (std::exchange(asked_for_, false)) {
        return false;
    }
    document_.reset();
    document_version_ = 0;
    return true;
}

bool Slot::is_article() const {
    const std::lock_guard lock(mutex_);
    return std::holds_alternative<ArticleDocument>(recipe_);
}

std::optional<FeedDocument> Slot::feed_document() const {
    const std::lock_guard lock(mutex_);
    if (const auto* feed = std::get_if<FeedDocument>(&recipe_)) return *feed;
    if (const auto* index = std::get_if<IndexDocument>(&recipe_)) {
        return FeedDocument{index->recipe, feed::Format::page};
    }
    return std::nullopt;
}

std::string Slot::location() const {
    const std::lock_guard lock(mutex_);
    return url(recipe_);
}

}  // namespace tagwire::shelf
