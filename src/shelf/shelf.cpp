#include "shelf/shelf.hpp"

#include "base/digest.hpp"
#include "shelf/document_budget.hpp"
#include "shelf/paths.hpp"
#include "shelf/slot.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <shared_mutex>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace tagwire::shelf {

namespace {

struct PathHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view path) const { return std::hash<std::string_view>{}(path); }
};

}  // namespace

class Shelf::Slots {
  public:
    Slots(ShelfOptions options, Renderer& renderer)
        : options_(std::move(options)),
          paths_(options_.base_url),
          renderer_(renderer),
          budget_(options_.document_bytes_max) {}

    void put(std::vector<Recipe> recipes);
    void remove(std::string_view url);
    void retire(std::string_view url);
    void open() { open_ = true; }
    void ask(std::string_view path, Slot::Callback callback);

  private:
    using SlotPtr = std::shared_ptr<Slot>;
    using ByPath = std::unordered_map<std::string, SlotPtr, PathHash, std::equal_to<>>;

    [[nodiscard]] SlotPtr put_one(const std::string& path, Recipe recipe);
    [[nodiscard]] SlotPtr find(std::string_view path) const;
    [[nodiscard]] Answer answer_without_document(std::string_view path) const;
    void start(const SlotPtr& slot);
    void render(const SlotPtr& slot);
    void settle(const SlotPtr& slot, const Slot::Order& order, std::shared_ptr<Document> document);
    void finish(const SlotPtr& slot, std::uint32_t version, const DocumentPtr& document);

    const ShelfOptions options_;
    const Paths paths_;
    Renderer& renderer_;
    DocumentBudget budget_;
    std::atomic<bool> open_ = false;

    mutable std::shared_mutex mutex_;
    ByPath slots_;
    std::unordered_set<std::string, PathHash, std::equal_to<>> retired_;
    std::unordered_set<std::string> contested_;  // paths of articles' pages that feeds have; each is logged once
};

void Shelf::Slots::put(std::vector<Recipe> recipes) {
    std::vector<SlotPtr> to_render;
    {
        const std::unique_lock lock(mutex_);
        for (Recipe& recipe : recipes) {
            const std::string path = paths_.of(url(recipe));
            if (SlotPtr slot = put_one(path, std::move(recipe))) {
                to_render.push_back(std::move(slot));
            }
        }
    }
    for (const SlotPtr& slot : to_render) {
        start(slot);
    }
}

// Returns the slot if it is to be rendered ahead of time.
Shelf::Slots::SlotPtr Shelf::Slots::put_one(const std::string& path, Recipe recipe) {
    retired_.erase(path);
    const auto found = slots_.find(path);
    if (found == slots_.end()) {
        slots_.emplace(path, std::make_shared<Slot>(std::move(recipe)));
        return nullptr;
    }
    if (std::holds_alternative<ArticleDocument>(recipe) && !found->second->is_article()) {
        if (contested_.insert(path).second) {
            spdlog::warn("{}: its page has the URL of a feed, {}, which stays",
                         std::get<ArticleDocument>(recipe).recipe->article->path, path);
        }
        return nullptr;
    }
    return found->second->replace(std::move(recipe)) ? found->second : nullptr;
}

void Shelf::Slots::remove(std::string_view url) {
    const std::string path = paths_.of(url);
    const std::unique_lock lock(mutex_);
    const auto found = slots_.find(path);
    if (found != slots_.end() && found->second->is_article()) {
        slots_.erase(found);
    }
}

void Shelf::Slots::retire(std::string_view url) {
    std::string path = paths_.of(url);
    const std::unique_lock lock(mutex_);
    slots_.erase(path);
    retired_.insert(std::move(path));
}

void Shelf::Slots::ask(std::string_view path, Slot::Callback callback) {
    if (!open_) {
        callback(NotReady{});
        return;
    }
    const SlotPtr slot = find(path);
    if (!slot) {
        callback(answer_without_document(path));
        return;
    }
    Slot::Asked asked = slot->ask(callback);
    if (asked.fresh) {
        callback(std::move(asked.fresh));
    } else if (asked.render) {
        start(slot);
    }
}

Shelf::Slots::SlotPtr Shelf::Slots::find(std::string_view path) const {
    const std::string_view below = paths_.below_base(path);
    const std::shared_lock lock(mutex_);
    auto found = slots_.find(below);
    if (found == slots_.end() && below.size() != path.size()) {
        found = slots_.find(path);
    }
    return found == slots_.end() ? nullptr : found->second;
}

Answer Shelf::Slots::answer_without_document(std::string_view path) const {
    {
        const std::shared_lock lock(mutex_);
        if (retired_.contains(paths_.below_base(path))) {
            return Gone{};
        }
    }
    for (const std::string& spelling : other_spellings(path)) {
        if (const SlotPtr slot = find(spelling)) {
            return Moved{slot->location()};
        }
    }
    return NotFound{};
}

void Shelf::Slots::start(const SlotPtr& slot) {
    options_.run([this, slot] { render(slot); });
}

void Shelf::Slots::render(const SlotPtr& slot) {
    const Slot::Order order = slot->order();
    std::shared_ptr<Document> document;
    try {
        std::string identity = renderer_.render(order.recipe);
        if (!order.last || order.last->identity != identity) {
            document = budget_.count(make_document(order.recipe, std::move(identity)));
        }
    } catch (const std::exception& error) {
        spdlog::error("{} could not be rendered: {}", url(order.recipe), error.what());
        finish(slot, order.version, nullptr);
        return;
    }
    if (document) {
        settle(slot, order, std::move(document));
    } else {
        finish(slot, order.version, order.last);  // M9: what is the same keeps its validators
    }
}

void Shelf::Slots::settle(const SlotPtr& slot, const Slot::Order& order, std::shared_ptr<Document> document) {
    const Instant earliest = order.last ? order.last->last_modified : Instant::min();
    const std::uint64_t hash = hash64(document->identity);
    options_.settle(paths_.of(url(order.recipe)), hash,
                    [this, slot, version = order.version, earliest, document](Instant changed) {
                        document->last_modified = std::max(whole_seconds(changed), earliest);
                        finish(slot, version, document);
                    });
}

void Shelf::Slots::finish(const SlotPtr& slot, std::uint32_t version, const DocumentPtr& document) {
    const Slot::Finished finished = slot->finish(version, document);
    if (finished.first) {
        budget_.admit(slot);
    }
    if (finished.render) {
        start(slot);
    }
    for (const Slot::Callback& callback : finished.callbacks) {
        callback(finished.answer);
    }
}

Shelf::Shelf(ShelfOptions options, Renderer& renderer)
    : slots_(std::make_unique<Slots>(std::move(options), renderer)) {}
Shelf::~Shelf() = default;

void Shelf::put(std::vector<Recipe> recipes) { slots_->put(std::move(recipes)); }

void Shelf::remove(std::string_view url) { slots_->remove(url); }

void Shelf::retire(std::string_view url) { slots_->retire(url); }

void Shelf::open() { slots_->open(); }

void Shelf::ask(std::string_view path, std::function<void(Answer)> answer) { slots_->ask(path, std::move(answer)); }

}  // namespace tagwire::shelf
