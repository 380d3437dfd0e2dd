#include "watch/walk.hpp"

#include "base/text.hpp"
#include "watch/descriptor.hpp"
#include "watch/paths.hpp"

#include <algorithm>
#include <cerrno>
#include <climits>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>

namespace tagwire::watch {

namespace {

struct CloseFolder {
    void operator()(DIR* folder) const { ::closedir(folder); }
};

using FolderHandle = std::unique_ptr<DIR, CloseFolder>;

struct Folder {
    FolderHandle handle;
    FileId id;
    std::string path;

    [[nodiscard]] int descriptor() const { return ::dirfd(handle.get()); }
};

// The folders of `path`, one name after the other.
std::vector<std::string> names_of(std::string_view path) {
    std::vector<std::string> names;
    while (!path.empty()) {
        const auto slash = std::min(path.find('/'), path.size());
        names.emplace_back(path.substr(0, slash));
        path.remove_prefix(std::min(slash + 1, path.size()));
    }
    return names;
}

class Walk {
  public:
    Walk(const std::string& root, const ScanOptions& options, Visitor& visitor)
        : root_(root),
          options_(options),
          visitor_(visitor) {}

    Result<void> from(std::string_view start);

  private:
    Result<Folder> open_root();
    [[nodiscard]] Result<Folder> open(const Folder& parent, const std::string& name) const;
    [[nodiscard]] Result<Folder> check(Descriptor descriptor, std::string path) const;
    Result<void> list(const Folder& folder);
    void descend(const Folder& parent, const std::string& name);
    Result<std::vector<std::string>> entries(const Folder& folder);
    std::string entry(const Folder& folder, const dirent& found);
    std::string entry_behind_link(const Folder& folder, const std::string& name);
    [[nodiscard]] Error refusal(const std::string& path, Fault fault, const char* why) const;

    const std::string& root_;
    const ScanOptions& options_;
    Visitor& visitor_;
    std::string real_root_;      // only where links must stay inside
    std::vector<FileId> chain_;  // from the root down to the folder that is being listed
    std::size_t folders_ = 0;
    std::optional<Error> end_;  // why the walk ends before its time
};

Error Walk::refusal(const std::string& path, Fault fault, const char* why) const {
    return {fault, "cannot list " + root_ + "/" + path + ": " + why};
}

Result<void> Walk::from(std::string_view start) {
    auto folder = open_root();
    for (const auto& name : names_of(start)) {
        if (!folder) {
            break;
        }
        chain_.push_back(folder->id);
        folder = open(*folder, name);
    }
    if (!folder) {
        return folder.error();
    }
    auto done = list(*folder);
    if (end_) {
        return *end_;
    }
    return done;
}

Result<Folder> Walk::open_root() {
    auto descriptor = open_folder(root_);
    if (!descriptor) {
        return descriptor.error();
    }
    if (options_.follow_links == FollowLinks::inside) {
        real_root_ = real_path(*descriptor);
    }
    return check(std::move(*descriptor), "");
}

Result<Folder> Walk::open(const Folder& parent, const std::string& name) const {
    std::string path = join(parent.path, name);
    if (is_passed_over(name, options_)) {
        return refusal(path, Fault::not_found, "folders of that name are passed over");
    }
    if (chain_.size() > options_.depth_max || root_.size() + path.size() + 2 > PATH_MAX) {
        return refusal(path, Fault::not_found, "it lies too deep");
    }
    Descriptor descriptor{::openat(parent.descriptor(), name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (!descriptor.is_open()) {
        return system_error("cannot list " + root_ + "/" + path, errno);
    }
    return check(std::move(descriptor), std::move(path));
}

Result<Folder> Walk::check(Descriptor descriptor, std::string path) const {
    const auto id = identify(descriptor);
    if (!id) {
        return id.error();
    }
    if (std::find(chain_.begin(), chain_.end(), *id) != chain_.end()) {
        return refusal(path, Fault::not_found, "the link leads back to a folder above it");
    }
    if (options_.follow_links == FollowLinks::inside && !lies_in(real_path(descriptor), real_root_)) {
        return refusal(path, Fault::not_found, "the link leads out of the watched folder");
    }
    FolderHandle handle{::fdopendir(descriptor.number())};
    if (!handle) {
        return system_error("cannot list " + root_ + "/" + path, errno);
    }
    descriptor.release();  // now the handle's
    return Folder{std::move(handle), *id, std::move(path)};
}

// Lists an open folder; chain_ holds the folders above it.
Result<void> Walk::list(const Folder& folder) {
    if (++folders_ > options_.folders_max) {
        end_ = refusal(folder.path, Fault::too_large, "too many folders; do links lead from each to each?");
    }
    if (end_ || !visitor_.enter(folder.path)) {
        return {};
    }
    const auto found = entries(folder);
    if (!found) {
        return found.error();
    }
    chain_.push_back(folder.id);
    for (const auto& entry : *found) {
        if (options_.stop.stop_requested()) {
            end_ = refusal(folder.path, Fault::unavailable, "told to stop");
        }
        if (end_) {
            break;
        }
        if (entry.ends_with('/')) {
            descend(folder, entry.substr(0, entry.size() - 1));
        } else {
            visitor_.file({join(folder.path, entry), folder.descriptor(), entry.c_str()});
        }
    }
    chain_.pop_back();
    return {};
}

void Walk::descend(const Folder& parent, const std::string& name) {
    const auto folder = open(parent, name);
    const Result<void> done = folder ? list(*folder) : folder.error();
    if (!done && done.error().fault != Fault::not_found) {
        visitor_.unreadable(join(parent.path, name), done.error());
    }
}

// What to visit in a folder, with "/" behind the names of folders: sorted so, a walk meets paths in their order.
Result<std::vector<std::string>> Walk::entries(const Folder& folder) {
    std::vector<std::string> found;
    errno = 0;
    while (const dirent* next = ::readdir(folder.handle.get())) {
        if (auto name = entry(folder, *next); !name.empty()) {
            found.push_back(std::move(name));
        }
        errno = 0;
    }
    if (errno != 0) {
        return system_error("cannot list " + root_ + "/" + folder.path, errno);
    }
    std::sort(found.begin(), found.end());
    return found;
}

// Empty for what is passed over.
std::string Walk::entry(const Folder& folder, const dirent& found) {
    std::string name = found.d_name;
    if (name == "." || name == "..") {
        return {};
    }
    if (!is_utf8(name)) {
        visitor_.unnameable(folder.path);
        return {};
    }
    unsigned type = found.d_type;
    if (struct stat status{};
        type == DT_UNKNOWN && ::fstatat(folder.descriptor(), name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0) {
        type = IFTODT(status.st_mode);
    }
    switch (type) {
        case DT_REG: return name;
        case DT_DIR: return is_passed_over(name, options_) ? "" : name + '/';
        case DT_LNK: return entry_behind_link(folder, name);
        default: return {};
    }
}

std::string Walk::entry_behind_link(const Folder& folder, const std::string& name) {
    const std::string path = join(folder.path, name);
    visitor_.link(path);
    const Descriptor target{::openat(folder.descriptor(), name.c_str(), O_PATH | O_CLOEXEC)};
    if (!target.is_open()) {
        if (auto error = system_error("cannot follow " + root_ + "/" + path, errno); error.fault != Fault::not_found) {
            visitor_.unreadable(path, error);
        }
        return {};
    }
    struct stat status {};
    if (::fstat(target.number(), &status) != 0) {
        return {};
    }
    if (S_ISDIR(status.st_mode)) {
        return is_passed_over(name, options_) ? "" : name + '/';
    }
    const bool may_follow = options_.follow_links == FollowLinks::everywhere || lies_in(real_path(target), real_root_);
    return S_ISREG(status.st_mode) && may_follow ? name : "";
}

}  // namespace

Result<void> walk(const std::string& root, std::string_view folder, const ScanOptions& options, Visitor& visitor) {
    return Walk{root, options, visitor}.from(folder);
}

}  // namespace tagwire::watch
