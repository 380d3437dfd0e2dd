// One configured, running edition of the site: all that stands between the folder and HTTP. A reload makes a new one.
#pragma once

#include "daemon/pipeline.hpp"
#include "daemon/saver.hpp"
#include "daemon/settings.hpp"
#include "shelf/shelf.hpp"
#include "state/store.hpp"

#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/thread_pool.hpp>

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::daemon {

// Where an edition's work is done; all outlive it.
struct Threads {
    boost::asio::any_io_executor owner;  // one thread: catalog, state, timers
    boost::asio::thread_pool& pool;      // parsing and rendering
};

// What outlives every edition.
struct Memory {
    state::Store& store;
    Saver& saver;
};

// Made and destroyed on the owner's thread.
class Edition : public std::enable_shared_from_this<Edition> {
  public:
    Edition(Settings settings, const Memory& memory, const Threads& threads);
    ~Edition();

    // Watches, takes up what is remembered, reads the rest of the folder, opens the shelf.
    [[nodiscard]] Result<void> start();
    void stop();  // watches no more

    // From any thread; see shelf::Shelf.
    void ask(std::string_view path, std::function<void(shelf::Answer)> answer) { shelf_.ask(path, std::move(answer)); }

    [[nodiscard]] const Publisher& publisher() const { return publisher_; }

  private:
    void run_on_pool(std::function<void()> task);
    using Settled = std::function<void(Instant)>;
    void settle(const std::string& path, std::uint64_t hash, Settled done);
    void finish_settled();
    [[nodiscard]] shelf::ShelfOptions shelf_options();

    Memory memory_;
    Threads threads_;
    Publisher publisher_;
    ArticleBodies bodies_;
    shelf::Renderer renderer_;
    shelf::Shelf shelf_;
    Pipeline pipeline_;
    std::unique_ptr<watch::Watcher> watcher_;
    std::vector<std::pair<Settled, Instant>> settled_;  // to be told once that is saved
};

}  // namespace tagwire::daemon
