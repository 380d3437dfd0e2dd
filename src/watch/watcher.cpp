#include "watch/watcher.hpp"

#include "watch/descriptor.hpp"
#include "watch/event_handler.hpp"
#include "watch/gatherer.hpp"
#include "watch/tree_watch.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <optional>
#include <stop_token>
#include <system_error>
#include <thread>
#include <utility>

#include <poll.h>
#include <sys/eventfd.h>

namespace tagwire::watch {

namespace {

// How often to look at what no event tells of: the root's place in the world, and files that are not closed.
constexpr std::chrono::milliseconds check_interval{500};

Descriptor open_wake() {
    Descriptor wake{::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)};
    if (!wake.is_open()) {
        throw std::system_error{errno, std::generic_category(), "cannot watch: eventfd"};
    }
    return wake;
}

Result<FileId> identify_folder(const std::string& path) {
    const auto folder = open_folder(path);
    if (!folder) {
        return folder.error();
    }
    return identify(*folder);
}

WatchOptions stopping_with(WatchOptions options, std::stop_token stop) {
    options.scan.stop = std::move(stop);
    options.scan.unreadable = nullptr;
    return options;
}

}  // namespace

class Watcher::Loop {
  public:
    Loop(std::string root, WatchOptions options, OnChanges on_changes)
        : root_(std::move(root)),
          options_(stopping_with(std::move(options), stop_.get_token())),
          on_changes_(std::move(on_changes)) {}
    ~Loop();
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;

    void start();

  private:
    void run();
    void wait() const;
    void check_root();
    void miss_root(const Error& error);
    void hand_on();

    std::stop_source stop_;
    const std::string root_;
    const WatchOptions options_;
    const OnChanges on_changes_;
    Descriptor wake_ = open_wake();
    Gatherer gatherer_{{options_.quiet_time, options_.maximum_wait}};
    TreeWatch watches_{root_, options_};
    EventHandler events_{root_, options_, watches_, gatherer_};
    std::optional<FileId> root_id_;  // none: it is missing
    bool said_missing_ = false;
    Clock::time_point next_check_;
    Clock::time_point next_poll_;
    std::thread thread_;
};

Watcher::Loop::~Loop() {
    stop_.request_stop();
    ::eventfd_write(wake_.number(), 1);
    if (thread_.joinable()) {
        thread_.join();
    }
}

void Watcher::Loop::start() {
    check_root();
    if (root_id_) {
        gatherer_.clear();  // what was there before is no change
    }
    next_check_ = Clock::now() + check_interval;
    next_poll_ = Clock::now() + options_.poll_interval;
    thread_ = std::thread{[this] { run(); }};
}

void Watcher::Loop::run() {
    while (!stop_.stop_requested()) {
        wait();
        events_.read_events();
        if (events_.has_lost_root() || Clock::now() >= next_check_) {
            check_root();
            events_.check_open_files();
            next_check_ = Clock::now() + check_interval;
        }
        if (Clock::now() >= next_poll_) {
            events_.poll();
            next_poll_ = Clock::now() + options_.poll_interval;
        }
        hand_on();
    }
}

// Until there are events, the time has come for something, or it is to stop.
void Watcher::Loop::wait() const {
    auto until = std::min(next_check_, next_poll_);
    if (const auto due = gatherer_.due()) {
        until = std::min(until, *due);
    }
    const auto left = std::max(Clock::duration::zero(), until - Clock::now());
    const auto seconds = std::chrono::floor<std::chrono::seconds>(left);
    const timespec timeout{seconds.count(), (left - seconds).count()};
    std::array<pollfd, 2> sources{pollfd{wake_.number(), POLLIN, 0}, pollfd{watches_.descriptor(), POLLIN, 0}};
    ::ppoll(sources.data(), sources.size(), &timeout, nullptr);
}

// A path can come to mean another folder without any event: a link on the way to it, a mount.
void Watcher::Loop::check_root() {
    const auto id = identify_folder(root_);
    if (!id) {
        return miss_root(id.error());
    }
    if (root_id_ == *id && !events_.has_lost_root()) {
        return;
    }
    if (root_id_ || said_missing_) {
        spdlog::info("{} is back or another folder now: looking at all of it", root_);
    }
    root_id_ = *id;
    said_missing_ = false;
    events_.restart();
    gatherer_.add({"", Scope::tree}, Clock::now());
}

void Watcher::Loop::miss_root(const Error& error) {
    if (said_missing_ || error.fault == Fault::unavailable) {
        return;  // known, or no news of the folder: this process has too many files open
    }
    spdlog::warn("{}: what is known of it stays, and it is looked for every {} ms", error.message,
                 check_interval.count());
    said_missing_ = true;
    root_id_.reset();
    events_.stop();
    gatherer_.add({"", Scope::tree}, Clock::now());
}

void Watcher::Loop::hand_on() {
    if (const auto due = gatherer_.due(); due && *due <= Clock::now()) {
        on_changes_(gatherer_.take());
    }
}

Watcher::Watcher(std::string root, WatchOptions options, OnChanges on_changes)
    : loop_(std::make_unique<Loop>(std::move(root), std::move(options), std::move(on_changes))) {}

Watcher::~Watcher() = default;

void Watcher::start() { loop_->start(); }

}  // namespace tagwire::watch
