#include "watch/tree_watch.hpp"

#include "watch/paths.hpp"

#include <spdlog/spdlog.h>

#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>

namespace tagwire::watch {

TreeWatch::TreeWatch(const std::string& root, const WatchOptions& options)
    : root_(root),
      options_(options),
      poller_(root, options.scan) {}

void TreeWatch::restart() {
    stop();
    if (options_.method == Method::inotify) {
        open_queue();
    }
    if (inotify_) {
        watch("");
    } else {
        poller_.add("");
    }
}

void TreeWatch::stop() {
    inotify_.reset();
    table_.clear();
    poller_.remove("");
    links_.clear();
    new_links_.clear();
}

void TreeWatch::open_queue() {
    auto opened = Inotify::open();
    if (opened) {
        inotify_ = std::move(*opened);
    } else {
        say_polling("", opened.error());
    }
}

void TreeWatch::say_polling(const std::string& folder, const Error& reason) {
    if (!said_polling_) {
        said_polling_ = true;
        spdlog::warn("{}: polling {} and all others without a watch every {} ms", reason.message, absolute(folder),
                     options_.poll_interval.count());
    }
}

void TreeWatch::watch(const std::string& folder) {
    const auto done = walk(root_, folder, options_.scan, *this);
    if (done || done.error().fault == Fault::not_found) {
        return;
    }
    if (done.error().fault == Fault::too_large) {
        spdlog::warn("{}: changes in what is left go unseen", done.error().message);
    } else {
        unreadable(folder, done.error());
    }
}

bool TreeWatch::enter(const std::string& folder) {
    const auto watch = add(absolute(folder));
    if (watch) {
        table_.add_folder(*watch, folder);
        return true;
    }
    if (watch.error().fault != Fault::not_found) {
        say_polling(folder, watch.error());
        poller_.add(folder);
    }
    return false;
}

Result<int> TreeWatch::add(const std::string& folder) {
    auto watch = inotify_->add(folder);
    if (watch && options_.watches_max != 0 && table_.size() >= options_.watches_max && !table_.contains(*watch)) {
        inotify_->remove(*watch);
        return Error{Fault::too_large, "no more watches than " + std::to_string(options_.watches_max) + " are allowed"};
    }
    return watch;
}

void TreeWatch::unreadable(const std::string& path, const Error& error) {
    if (!options_.scan.stop.stop_requested()) {
        spdlog::warn("{}: trying again every {} ms", error.message, options_.poll_interval.count());
        poller_.add(path);
    }
}

void TreeWatch::unnameable(const std::string& folder) {
    if (!said_unnameable_) {
        said_unnameable_ = true;
        spdlog::warn("a name in {} is not UTF-8: it is passed over, and so are other such names", absolute(folder));
    }
}

void TreeWatch::watch_link(const std::string& path) {
    links_[path] = target_of(path);
    new_links_.push_back(path);
    if (!options_.scan.wanted || options_.scan.wanted(path)) {
        watch_target(path);
    }
}

TreeWatch::Target TreeWatch::target_of(const std::string& path) const {
    struct stat status {};
    if (::stat(absolute(path).c_str(), &status) != 0) {
        return {};
    }
    const FileId id{status.st_dev, status.st_ino};
    if (S_ISDIR(status.st_mode)) {
        return {id};
    }
    return {id, status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec};
}

// The folder is watched, not the file: editors replace files. Without a watch, changed_links() must do.
void TreeWatch::watch_target(const std::string& path) {
    const Descriptor target{::open(absolute(path).c_str(), O_PATH | O_CLOEXEC)};
    struct stat status {};
    if (!target.is_open() || ::fstat(target.number(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return;
    }
    const std::string real = real_path(target);
    if (real.empty()) {
        return;
    }
    if (const auto watch = add(std::string{folder_of(real)} + '/')) {
        table_.add_link(*watch, std::string{name_of(real)}, path);
    }
}

bool TreeWatch::forget(const std::string& path) {
    const bool was_folder = has_folder(path);
    for (const int watch : table_.remove(path)) {
        inotify_->remove(watch);
    }
    poller_.remove(path);
    erase_below(links_, path, [](const auto&) {});
    return was_folder;
}

bool TreeWatch::has_folder(const std::string& path) const { return table_.has_folder(path) || poller_.contains(path); }

int TreeWatch::descriptor() const { return inotify_ ? inotify_->descriptor() : -1; }

std::vector<KernelEvent> TreeWatch::read() { return inotify_ ? inotify_->read() : std::vector<KernelEvent>{}; }

std::vector<Change> TreeWatch::poll() {
    std::vector<Change> changes;
    for (const auto& path : std::exchange(new_links_, {})) {
        changes.push_back({path, Scope::file});
        changes.push_back({path, Scope::tree});
    }
    for (const auto& folder : poller_.folders()) {
        if (watch_at_last(folder)) {
            changes.push_back({folder, Scope::tree});
        } else {
            auto found = poller_.look_again(folder);
            changes.insert(changes.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
        }
    }
    if (said_polling_ && poller_.is_empty()) {
        said_polling_ = false;
        spdlog::info("all folders of {} have a watch again: none is polled any more", root_);
    }
    return changes;
}

// Whether a folder that was polled is polled no longer.
bool TreeWatch::watch_at_last(const std::string& folder) {
    if (!inotify_ && options_.method == Method::inotify) {
        open_queue();
    }
    if (!inotify_ || !add(absolute(folder))) {
        return false;
    }
    forget(folder);
    watch(folder);
    return true;
}

std::vector<std::string> TreeWatch::changed_links() const {
    std::vector<std::string> changed;
    for (const auto& [path, target] : links_) {
        if (target != target_of(path)) {
            changed.push_back(path);
        }
    }
    return changed;
}

}  // namespace tagwire::watch
