#include "watch/mirror.hpp"

#include "watch/paths.hpp"
#include "watch/temp_tree.hpp"

#include <algorithm>
#include <chrono>
#include <utility>

namespace tagwire::watch {

namespace {

constexpr std::chrono::seconds patience{10};

}  // namespace

WatchOptions Mirror::fast() {
    WatchOptions options;
    options.poll_interval = std::chrono::milliseconds{20};
    options.scan.wanted = is_article;
    return options;
}

WatchOptions Mirror::polling() {
    auto options = fast();
    options.method = Method::poll;
    return options;
}

Mirror::Mirror(std::string root, WatchOptions options)
    : root_(std::move(root)),
      options_(std::move(options)),
      watcher_(root_, options_, [this](const auto& changes) { on_changes(changes); }) {
    watcher_.start();
    const std::lock_guard lock{mutex_};
    files_ = files_on_disk();
}

Mirror::Files Mirror::files_on_disk() const {
    Files files;
    if (const auto found = scan(root_, "", options_.scan)) {
        for (const auto& file : *found) {
            files[file.path] = TempTree::read(root_ + '/' + file.path);
        }
    }
    return files;
}

void Mirror::on_changes(const std::vector<Change>& changes) {
    std::unique_lock lock{mutex_};
    blocked_ = held_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return !held_; });
    for (const auto& change : changes) {
        change.scope == Scope::tree ? look_below(change.path) : look(change.path);
        changes_.push_back(change);
    }
    changed_.notify_all();
}

void Mirror::look(const std::string& path) {
    const auto content =
        stamp(root_, path, options_.scan) ? read_file(root_, path, 1 << 20) : Error{Fault::not_found, ""};
    believe(path, content ? &content->bytes : nullptr);
}

void Mirror::look_below(const std::string& folder) {
    std::vector<std::string> paths;
    erase_below(files_, folder, [&](const auto& file) { paths.push_back(file.first); });
    if (const auto found = scan(root_, folder, options_.scan)) {
        for (const auto& file : *found) {
            paths.push_back(file.path);
        }
    }
    for (const auto& path : paths) {
        look(path);
    }
}

void Mirror::believe(const std::string& path, const std::string* content) {
    history_.emplace(path, content != nullptr ? *content : "-");
    if (content != nullptr) {
        files_[path] = *content;
    } else {
        files_.erase(path);
    }
}

bool Mirror::becomes_true() {
    const auto deadline = std::chrono::steady_clock::now() + patience;
    do {
        const auto truth = files_on_disk();
        std::unique_lock lock{mutex_};
        if (files_ == truth) {
            return true;
        }
        changed_.wait_for(lock, std::chrono::milliseconds{5});
    } while (std::chrono::steady_clock::now() < deadline);
    return false;
}

bool Mirror::hears(const Change& change) {
    std::unique_lock lock{mutex_};
    return changed_.wait_for(lock, patience,
                             [&] { return std::find(changes_.begin(), changes_.end(), change) != changes_.end(); });
}

Change Mirror::make_marker() {
    Change marker{"zzz-marker-" + std::to_string(++markers_) + ".md"};
    TempTree::write(root_ + '/' + marker.path, "");
    return marker;
}

std::vector<Change> Mirror::reported() {
    const auto marker = make_marker();
    std::vector<Change> changes;
    if (hears(marker)) {
        const std::lock_guard lock{mutex_};
        changes = std::exchange(changes_, {});
        std::erase(changes, marker);
        std::sort(changes.begin(), changes.end());
        changes.erase(std::unique(changes.begin(), changes.end()), changes.end());
    }
    return changes;
}

std::vector<std::string> Mirror::contents_seen(const std::string& path) {
    const std::lock_guard lock{mutex_};
    std::vector<std::string> contents;
    const auto [first, last] = history_.equal_range(path);
    std::transform(first, last, std::back_inserter(contents), [](const auto& seen) { return seen.second; });
    return contents;
}

Mirror::Files Mirror::files() {
    const std::lock_guard lock{mutex_};
    return files_;
}

void Mirror::hold() {
    std::unique_lock lock{mutex_};
    held_ = true;
    blocked_ = false;
    (void)make_marker();
    changed_.wait(lock, [this] { return blocked_; });
}

void Mirror::let_go() {
    {
        const std::lock_guard lock{mutex_};
        held_ = false;
    }
    changed_.notify_all();
}

}  // namespace tagwire::watch
