#include "daemon/edition.hpp"

#include "daemon/clock.hpp"

#include <boost/asio/post.hpp>

#include <algorithm>

namespace tagwire::daemon {

using boost::asio::post;

Edition::Edition(Settings settings, state::Store& store, const Threads& threads, const Edition* predecessor)
    : store_(store),
      threads_(threads),
      publisher_(std::move(settings), store, predecessor == nullptr ? nullptr : &predecessor->publisher_),
      bodies_(publisher_.settings().root, store,
              [this](std::string path) {
                  post(threads_.owner, [weak = weak_from_this(), path = std::move(path)] {
                      if (const auto self = weak.lock()) self->pipeline_.look_at({{path, watch::Scope::file}});
                  });
              }),
      renderer_(bodies_, renderer_options(publisher_.settings())),
      shelf_(shelf_options(), renderer_),
      pipeline_(threads.owner,
                {publisher_, store, bodies_, shelf_, [this](auto task) { run_on_pool(std::move(task)); }}) {}

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
void Edition::settle(const std::string& path, std::uint64_t hash, std::function<void(Instant)> done) {
    const Instant present = whole_seconds(now());
    auto record = store_.document(path);
    if (!record || record->hash != hash) {
        record = state::DocumentRecord{hash, record ? std::max(present, record->last_modified) : present};
        store_.remember_document(path, *record);
    }
    done(record->last_modified);
}

shelf::ShelfOptions Edition::shelf_options() {
    return {publisher_.settings().site.base_url, [this](std::function<void()> task) { run_on_pool(std::move(task)); },
            [this](const std::string& path, std::uint64_t hash, std::function<void(Instant)> done) {
                post(threads_.owner, [self = shared_from_this(), path, hash, done = std::move(done)] {
                    self->settle(path, hash, done);
                });
            }};
}

}  // namespace tagwire::daemon
