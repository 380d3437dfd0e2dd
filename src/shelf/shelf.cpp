#include "shelf/shelf.hpp"

#include "base/digest.hpp"
#include "shelf/directory.hpp"
#include "shelf/document_budget.hpp"
#include "shelf/slot.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <utility>

namespace tagwire::shelf {

namespace {

constexpr int archive_questions_max = 1024;  // that wait for an answer

}  // namespace

class Shelf::Slots {
  public:
    Slots(ShelfOptions options, Renderer& renderer)
        : options_(std::move(options)),
          renderer_(renderer),
          directory_(options_.base_url, options_.archive_pages_max),
          budget_(options_.document_bytes_max) {}

    [[nodiscard]] Directory& directory() { return directory_; }
    void put(std::vector<Recipe> recipes);
    void open() { open_ = true; }
    void ask(std::string_view path, Slot::Callback callback);

  private:
    void serve(const SlotPtr& slot, Slot::Callback callback);
    void ask_archive(const Directory::PageToMake& page, Slot::Callback callback);
    void start(const SlotPtr& slot);
    void render(const SlotPtr& slot);
    void settle(const SlotPtr& slot, const Slot::Order& order, std::shared_ptr<Document> document);
    void finish(const SlotPtr& slot, std::uint32_t version, const DocumentPtr& document);

    const ShelfOptions options_;
    Renderer& renderer_;
    Directory directory_;
    DocumentBudget budget_;
    std::atomic<bool> open_ = false;
    std::atomic<int> archive_questions_ = 0;
};

void Shelf::Slots::put(std::vector<Recipe> recipes) {
    for (const SlotPtr& slot : directory_.put(std::move(recipes))) start(slot);
}

void Shelf::Slots::ask(std::string_view path, Slot::Callback callback) {
    struct Finder {
        Slots& slots;
        Slot::Callback& callback;

        void operator()(const SlotPtr& slot) const { slots.serve(slot, std::move(callback)); }
        void operator()(const Directory::PageToMake& page) const { slots.ask_archive(page, std::move(callback)); }
        void operator()(const Moved& moved) const { callback(moved); }
        void operator()(Gone gone) const { callback(gone); }
        void operator()(NotFound not_found) const { callback(not_found); }
    };
    if (!open_) return callback(NotReady{});
    std::visit(Finder{*this, callback}, directory_.find(path));
}

void Shelf::Slots::serve(const SlotPtr& slot, Slot::Callback callback) {
    Slot::Asked asked = slot->ask(callback);
    if (asked.fresh) {
        callback(std::move(asked.fresh));
    } else if (asked.render) {
        start(slot);
    }
}

void Shelf::Slots::ask_archive(const Directory::PageToMake& page, Slot::Callback callback) {
    struct Answerer {
        Slots& slots;
        const feed::ArchivePlace& place;
        Slot::Callback& callback;

        void operator()(Recipe& recipe) const {
            slots.serve(slots.directory_.add_page(place, std::move(recipe)), std::move(callback));
        }
        void operator()(const Elsewhere& elsewhere) const { callback(elsewhere); }
        void operator()(NotFound not_found) const { callback(not_found); }
    };
    if (!options_.archive) return callback(NotFound{});
    if (archive_questions_++ >= archive_questions_max) {
        --archive_questions_;
        return callback(NotReady{});
    }
    auto answer = [this, place = page.place, callback = std::move(callback)](ShelfOptions::Page made) mutable {
        --archive_questions_;
        std::visit(Answerer{*this, place, callback}, made);
    };
    options_.archive(page.current, page.place.page, std::move(answer));
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
    options_.settle(directory_.path_of(order.recipe), hash,
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

void Shelf::remove(std::string_view url) { slots_->directory().remove(url); }

void Shelf::retire(std::string_view url) { slots_->directory().retire(url); }

void Shelf::drop(const std::vector<std::string>& urls) { slots_->directory().drop(urls); }

void Shelf::redirect(std::string_view from, std::string_view to) { slots_->directory().redirect(from, to); }

void Shelf::open() { slots_->open(); }

void Shelf::ask(std::string_view path, std::function<void(Answer)> answer) { slots_->ask(path, std::move(answer)); }

}  // namespace tagwire::shelf
