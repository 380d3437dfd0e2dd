#include "daemon/daemon.hpp"

#include "daemon/clock.hpp"
#include "daemon/edition.hpp"
#include "daemon/service_manager.hpp"
#include "http/server.hpp"
#include "state/memory_store.hpp"
#include "state/open_store.hpp"

#include <spdlog/spdlog.h>

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <sys/resource.h>

#include <csignal>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace tagwire::daemon {

namespace {

using boost::system::error_code;

// Each reader's connection is an open file; the soft limit is often 1024.
void raise_file_limit() {
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    static_cast<void>(setrlimit(RLIMIT_NOFILE, &limit));  // the server copes with fewer
}

class Daemon {
  public:
    explicit Daemon(const DaemonOptions& options)
        : options_(options),
          signals_(owner_, SIGINT, SIGTERM, SIGHUP),
          pool_(std::max(2U, std::thread::hardware_concurrency())) {}

    Result<void> run() {
        raise_file_limit();
        auto configuration = load();
        if (!configuration) return configuration.error();
        if (auto listening = listen(*configuration); !listening) return listening;
        if (auto started = start_edition(*configuration); !started) return started;
        wait_for_signal();
        const std::string status = describe();
        spdlog::info("{} on http://{}/", status, server_->address());
        service_manager::ready(status);
        if (options_.on_ready) options_.on_ready(server_->address());
        owner_.run();
        retired_.clear();
        edition_.reset();
        saver_->save();
        spdlog::info("stopped");
        return {boost::system::in_place_value};
    }

  private:
    Result<Configuration> load() const;
    Result<void> listen(const Configuration& configuration);
    Result<void> open_store(const std::string& folder);
    Result<void> start_edition(const Configuration& configuration);
    void wait_for_signal();
    void reload();
    void retire(std::shared_ptr<Edition> edition);
    void stop();
    void ask(std::string_view path, std::function<void(shelf::Answer)> answer);
    [[nodiscard]] std::shared_ptr<Edition> edition();
    [[nodiscard]] std::string describe();

    const DaemonOptions& options_;
    boost::asio::io_context owner_{1};
    boost::asio::signal_set signals_;  // stands before any thread starts
    boost::asio::thread_pool pool_;
    std::string state_folder_;  // as it was at the start
    std::unique_ptr<state::Store> store_;
    std::optional<Saver> saver_;
    std::mutex edition_mutex_;
    std::shared_ptr<Edition> edition_;
    std::vector<std::shared_ptr<Edition>> retired_;
    boost::asio::steady_timer retire_timer_{owner_};
    std::unique_ptr<http::Server> server_;
    std::string listen_;  // as configured
    std::jthread stopper_;
};

Result<Configuration> Daemon::load() const {
    LoadedConfiguration loaded = options_.configuration();
    if (!has_error(loaded.problems)) return std::move(loaded.configuration);
    std::string text;
    for (const Problem& problem : loaded.problems) text += (text.empty() ? "" : "\n") + to_string(problem);
    return Error{Fault::invalid, text};
}

Result<void> Daemon::listen(const Configuration& configuration) {
    const auto address = http::parse_listen(configuration.listen);
    if (!address) return address.error();
    http::ServerOptions server = configuration.http;
    server.host = address->host;
    server.port = address->port;
    auto listening = http::Server::listen(
        server, [this](std::string_view path, auto answer) { ask(path, std::move(answer)); }, now);
    if (!listening) return listening.error();
    server_ = std::move(*listening);
    listen_ = configuration.listen;
    server_->start();
    return {boost::system::in_place_value};
}

Result<void> Daemon::open_store(const std::string& folder) {
    state_folder_ = folder;
    if (folder.empty()) {
        spdlog::warn("there is no folder to remember anything in; name one with --state");
        store_ = std::make_unique<state::MemoryStore>();
    } else {
        auto opened = state::open_store(folder, state::Access::own, now());
        if (!opened) return opened.error();
        for (const std::string& warning : opened->warnings) spdlog::warn("{}", warning);
        store_ = std::move(opened->store);
    }
    saver_.emplace(owner_.get_executor(), *store_);
    return {boost::system::in_place_value};
}

Result<void> Daemon::start_edition(const Configuration& configuration) {
    MadeSettings made = make_settings(configuration, server_->address());
    for (const Problem& problem : made.problems) {
        if (problem.severity == Severity::error) return Error{Fault::invalid, to_string(problem)};
        spdlog::warn("{}", to_string(problem));
    }
    for (const std::string& note : made.settings.site_notes) spdlog::info("site: {}", note);
    if (!store_) {
        if (auto opened = open_store(made.settings.state_folder); !opened) return opened;
    } else if (made.settings.state_folder != state_folder_) {
        spdlog::warn("`state` has changed: that takes effect when tagwire is started again");
    }
    const auto previous = edition();
    auto next = std::make_shared<Edition>(std::move(made.settings), Memory{*store_, *saver_},
                                          Threads{owner_.get_executor(), pool_});
    if (auto started = next->start(); !started) return started;
    {
        const std::lock_guard lock(edition_mutex_);
        edition_ = std::move(next);
    }
    if (previous) retire(previous);
    return {boost::system::in_place_value};
}

void Daemon::wait_for_signal() {
    signals_.async_wait([this](error_code error, int signal) {
        if (error) return;
        if (signal != SIGHUP) return stop();
        reload();
        wait_for_signal();
    });
}

void Daemon::reload() {
    service_manager::reloading();
    auto configuration = load();
    if (configuration && configuration->listen != listen_) {
        spdlog::warn("`listen` has changed: that takes effect when tagwire is started again");
    }
    auto done = configuration ? start_edition(*configuration) : Result<void>(configuration.error());
    const std::string status =
        done ? describe() : "reload failed, the running configuration stays: " + done.error().message;
    spdlog::log(done ? spdlog::level::info : spdlog::level::err, "{}", status);
    service_manager::ready(status);
}

// Readers may still be asking it: it ends some time later, on this thread.
void Daemon::retire(std::shared_ptr<Edition> edition) {
    edition->stop();
    retired_.push_back(std::move(edition));
    retire_timer_.expires_after(std::chrono::seconds(10));
    retire_timer_.async_wait([this](error_code error) {
        if (!error) retired_.clear();
    });
}

void Daemon::stop() {
    spdlog::info("stopping: answers under way are finished");
    service_manager::stopping();
    // This thread goes on meanwhile: answers under way may need it.
    stopper_ = std::jthread([this] {
        server_->stop();
        boost::asio::post(owner_, [this] {
            edition()->stop();
            pool_.join();  // its last tasks may still hand something to this thread
            saver_->stop();
            signals_.cancel();
            retire_timer_.cancel();
        });
    });
}

void Daemon::ask(std::string_view path, std::function<void(shelf::Answer)> answer) {
    if (const auto current = edition()) return current->ask(path, std::move(answer));
    answer(shelf::NotReady{});
}

std::shared_ptr<Edition> Daemon::edition() {
    const std::lock_guard lock(edition_mutex_);
    return edition_;
}

std::string Daemon::describe() {
    const Publisher& publisher = edition()->publisher();
    return fmt::format("serving {} articles in {} feeds of {}", publisher.catalog().size(),
                       publisher.catalog().feeds().size(), publisher.settings().root);
}

}  // namespace

Result<void> run(const DaemonOptions& options) { return Daemon(options).run(); }

}  // namespace tagwire::daemon
