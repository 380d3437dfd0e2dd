#include "watch/event_handler.hpp"

#include "base/text.hpp"
#include "watch/paths.hpp"

#include <spdlog/spdlog.h>

#include <sys/inotify.h>
#include <sys/stat.h>

namespace tagwire::watch {

namespace {

// The watched folder itself went, or its path did.
constexpr std::uint32_t self_gone = IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED;
constexpr std::uint32_t name_gone = IN_DELETE | IN_MOVED_FROM;

// Two looks can find the same while something else was there in between, which the owner may have seen; and a file may
// be written twice within one step of its file system's clock, two seconds at worst. So what looking has found is
// reported at every further look of that time.
constexpr std::chrono::seconds settling_time{2};

}  // namespace

void EventHandler::restart() {
    stop();
    watches_.restart();
    has_lost_root_ = !watches_.has_folder("");
}

void EventHandler::stop() {
    watches_.stop();
    open_files_.clear();
    unsettled_.clear();
    has_lost_root_ = false;
}

void EventHandler::read_events() {
    for (const auto& event : watches_.read()) {
        if ((event.mask & IN_Q_OVERFLOW) != 0) {
            spdlog::info("more happened in {} than the kernel's queue holds: looking at all of it", root_);
            restart();
            return report("", Scope::tree);  // the remaining events name watches that are no more
        }
        handle(event);
    }
}

void EventHandler::handle(const KernelEvent& event) {
    if ((event.mask & self_gone) != 0) {
        return self_event(event.watch);
    }
    if (event.name.empty()) {
        return;  // an attribute of a folder, of which its parent tells as well
    }
    for (const auto& path : watches_.table().paths(event.watch, event.name)) {
        if (!is_utf8(event.name)) {
            watches_.unnameable(std::string{folder_of(path)});
        } else if ((event.mask & IN_ISDIR) != 0) {
            folder_event(path, event.mask);
        } else {
            name_event(path, event.mask);
        }
    }
    for (const auto& link : watches_.table().links(event.watch, event.name)) {
        content_event(link, event.mask);
    }
}

void EventHandler::self_event(int watch) {
    for (const auto& path : watches_.table().all_paths(watch)) {
        if (path.empty()) {
            has_lost_root_ = true;
        } else {
            look(path);
        }
    }
}

void EventHandler::folder_event(const std::string& path, std::uint32_t mask) {
    const bool is_known = (mask & IN_ATTRIB) != 0 && watches_.table().has_folder(path);
    if (!is_passed_over(name_of(path), options_.scan) && !is_known) {
        look(path);
        report(path, Scope::tree);  // even if it is gone again: the owner may have listed it in between
    }
}

void EventHandler::name_event(const std::string& path, std::uint32_t mask) {
    struct stat status {};
    const auto may_be_link = [&] {
        return ::lstat((root_ + '/' + path).c_str(), &status) != 0 || S_ISLNK(status.st_mode);
    };
    if ((mask & IN_MOVED_TO) != 0 || ((mask & IN_CREATE) != 0 && may_be_link())) {
        return look(path);
    }
    if ((mask & name_gone) != 0 && watches_.forget(path)) {
        report(path, Scope::tree);  // it was a link to a folder
    }
    content_event(path, mask);
}

// Of a file in the tree, or of the file that a link in the tree leads to.
void EventHandler::content_event(const std::string& path, std::uint32_t mask) {
    if ((mask & IN_CREATE) != 0) {
        return wait_for_close(path);
    }
    if ((mask & IN_ATTRIB) != 0 && open_files_.contains(path)) {
        return;
    }
    open_files_.closed(path);
    report(path, Scope::file);
}

// Whatever the name was, and whatever it is now.
void EventHandler::look(const std::string& path) {
    const std::string absolute = root_ + '/' + path;
    struct stat status {};
    open_files_.closed(path);
    bool may_be_folder = watches_.forget(path);
    if (::lstat(absolute.c_str(), &status) != 0) {
        may_be_folder |= !is_passed_over(name_of(path), options_.scan);  // gone already: it may have been a link to one
    } else if (S_ISLNK(status.st_mode)) {
        watches_.watch_link(path);
    }
    if (::stat(absolute.c_str(), &status) == 0 && S_ISDIR(status.st_mode)) {
        watches_.watch(path);
        may_be_folder = true;
    }
    if (may_be_folder) {
        report(path, Scope::tree);
    }
    report(path, Scope::file);
}

// A new file is news when it is complete. One with other names (link(2)) was written under one of those.
void EventHandler::wait_for_close(const std::string& path) {
    struct stat status {};
    if (::stat((root_ + '/' + path).c_str(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return;
    }
    if (status.st_nlink > 1) {
        return report(path, Scope::file);
    }
    open_files_.opened(path);
    gatherer_.withdraw(path);
}

void EventHandler::check_open_files() {
    for (const auto& path : open_files_.settled(root_, options_.scan)) {
        report(path, Scope::file);
    }
}

void EventHandler::poll() {
    const auto now = Clock::now();
    for (const auto& change : watches_.poll()) {
        unsettled_[change] = now;
    }
    for (const auto& path : watches_.changed_links()) {
        look(path);
    }
    for (const auto& [change, since] : unsettled_) {
        report(change.path, change.scope);
    }
    std::erase_if(unsettled_, [&](const auto& element) { return now - element.second >= settling_time; });
}

void EventHandler::report(const std::string& path, Scope scope) {
    if (scope == Scope::tree || !options_.scan.wanted || options_.scan.wanted(path)) {
        gatherer_.add({path, scope}, Clock::now());
    }
}

}  // namespace tagwire::watch
