#include "daemon/edition.hpp"

#include "daemon/clock.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <utility>

namespace tagwire::daemon {

using boost::asio::post;

Edition::Edition(Settings settings, const Memory& memory, const Threads& threads)
    : memory_(memory),
      threads_(threads),
      publisher_(std::move(settings), memory.store),
      bodies_(publisher_.settings().root, memory.store,
              [this](std::string path) {
                  post(threads_.owner, [weak = weak_from_this(), path = std::move(path)] {
                      if (const auto self = weak.lock()) self->pipeline_.look_at({{path, watch::Scope::file}});
                  });
              }),
      renderer_(bodies_, renderer_options(publisher_.settings())),
      shelf_(shelf_options(), renderer_),
      pipeline_(threads.owner, {publisher_, memory.store, memory.saver, bodies_, shelf_,
                                [this](auto task) { run_on_pool(std::move(task)); }}) {}

Edition::~Edition() { stop(); }

Result<void> Edition::start() {
    const Settings& settings = publisher_.settings();
    watcher_ =
        std::make_unique<watch::Watcher>(settings.root, settings.watch, [this](std::vector<watch::Change> changes) {
            post(threads_.owner, [weak = weak_from_this(), changes = std::move(changes)] {
                if (const auto self = weak.lock()) self->pipeline_.look_at(changes);
            });
        });
    watcher_->start();  // before the first scan: what changes during it is seen
    return pipeline_.start();
}

void Edition::stop() {
    watcher_.reset();
    pipeline_.stop();
}

// The edition lives as long as its tasks, and ends on the owner's thread.
void Edition::run_on_pool(std::function<void()> task) {
    post(threads_.pool, [self = shared_from_this(), task = std::move(task)]() mutable {
        task();
        const auto owner = self->threads_.owner;
        post(owner, [self = std::move(self)] {});
    });
}

// RFC 9110 §8.8.2: when these bytes last changed; never later than now, never back.
void Edition::settle(const std::string& path, std::uint64_t hash, Settled done) {
    const Instant present = whole_seconds(now());
    auto record = memory_.store.document(path);
    if (record && record->hash == hash) return done(record->last_modified);
    record = state::DocumentRecord{hash, record ? std::max(present, record->last_modified) : present};
    memory_.store.remember_document(path, *record);
    settled_.emplace_back(std::move(done), record->last_modified);
    // Documents that are rendered at the same time are saved together.
    if (settled_.size() == 1) post(threads_.owner, [self = shared_from_this()] { self->finish_settled(); });
}

void Edition::finish_settled() {
    memory_.saver.save();
    for (const auto& [done, last_modified] : std::exchange(settled_, {})) done(last_modified);
}

shelf::ShelfOptions Edition::shelf_options() {
    shelf::ShelfOptions options;
    options.base_url = publisher_.settings().site.base_url;
    options.run = [this](std::function<void()> task) { run_on_pool(std::move(task)); };
    options.settle = [this](const std::string& path, std::uint64_t hash, Settled done) {
        post(threads_.owner, [self = shared_from_this(), path, hash, done = std::move(done)]() mutable {
            self->settle(path, hash, std::move(done));
        });
    };
    options.archive = [this](const shelf::FeedDocument& current, std::size_t page, auto answer) {
        post(threads_.owner, [self = shared_from_this(), current, page, answer = std::move(answer)] {
            answer(self->publisher_.feeds().page(current, page));
        });
    };
    return options;
}

}  // namespace tagwire::daemon
