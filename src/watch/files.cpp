#include "watch/files.hpp"

#include "watch/descriptor.hpp"
#include "watch/paths.hpp"
#include "watch/walk.hpp"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace tagwire::watch {

namespace {

FileStamp stamp_of(std::string path, const struct stat& status) {
    using std::chrono::duration_cast;
    const auto modified =
        std::chrono::seconds{status.st_mtim.tv_sec} + std::chrono::nanoseconds{status.st_mtim.tv_nsec};
    return {std::move(path),
            {.size = static_cast<std::uint64_t>(status.st_size),
             .modified = Instant{std::chrono::floor<Instant::duration>(modified)},
             .device = status.st_dev,
             .inode = status.st_ino}};
}

bool is_wanted(std::string_view path, const ScanOptions& options) { return !options.wanted || options.wanted(path); }

class StampCollector : public Visitor {
  public:
    explicit StampCollector(const ScanOptions& options) : options_(options) {}

    bool enter(const std::string&) override { return true; }
    void link(const std::string&) override {}
    void unnameable(const std::string&) override {}

    void file(const FoundFile& file) override {
        struct stat status {};
        if (!is_wanted(file.path, options_)) {
            return;
        }
        if (::fstatat(file.folder, file.name, &status, 0) == 0) {
            if (S_ISREG(status.st_mode)) {
                stamps_.push_back(stamp_of(file.path, status));
            }
        } else if (const auto error = system_error("cannot look at " + file.path, errno);
                   error.fault != Fault::not_found) {
            unreadable(file.path, error);
        }
    }

    void unreadable(const std::string& path, const Error& error) override {
        if (options_.unreadable) {
            options_.unreadable(path, error);
        }
    }

    std::vector<FileStamp> take() { return std::move(stamps_); }

  private:
    const ScanOptions& options_;
    std::vector<FileStamp> stamps_;
};

// Whether a scan would enter the folders of that path.
bool is_reachable(const std::string& root, std::string_view path, const ScanOptions& options) {
    std::vector<FileId> chain;
    for (auto folder = folder_of(path);; folder = folder_of(folder)) {
        struct stat status {};
        if (::stat(join(root, folder).c_str(), &status) != 0) {
            return true;  // opening the file will tell why not
        }
        const FileId id{status.st_dev, status.st_ino};
        if (is_passed_over(name_of(folder), options) || chain.size() > options.depth_max ||
            std::find(chain.begin(), chain.end(), id) != chain.end()) {
            return false;
        }
        if (folder.empty()) {
            return true;
        }
        chain.push_back(id);
    }
}

Error no_file(const std::string& path) { return {Fault::not_found, "there is no file " + path}; }

struct OpenFile {
    Descriptor descriptor;
    struct stat status {};
};

struct OpenMode {
    int flags = 0;
    FollowLinks follow_links = FollowLinks::everywhere;
};

// Opens a regular file. The links are judged by what was opened, so that none can be exchanged in between.
Result<OpenFile> open_file(const std::string& root, const std::string& path, OpenMode mode) {
    OpenFile file;
    file.descriptor = Descriptor{::open((root + '/' + path).c_str(), mode.flags | O_CLOEXEC)};
    if (!file.descriptor.is_open()) {
        return system_error("cannot open " + path, errno);
    }
    if (::fstat(file.descriptor.number(), &file.status) != 0) {
        return system_error("cannot look at " + path, errno);
    }
    if (!S_ISREG(file.status.st_mode)) {
        return no_file(path);
    }
    if (mode.follow_links == FollowLinks::inside) {
        const auto folder = open_folder(root);
        if (!folder || !lies_in(real_path(file.descriptor), real_path(*folder))) {
            return Error{Fault::not_found, path + " leads out of the folder"};
        }
    }
    return file;
}

// Reads to the end, but at most `bytes_max` and one: a file may be longer than its stamp says.
Result<std::string> read_all(const OpenFile& file, const std::string& path, std::size_t bytes_max) {
    std::string bytes(std::min(static_cast<std::size_t>(file.status.st_size), bytes_max) + 1, '\0');
    std::size_t length = 0;
    while (length <= bytes_max) {
        if (length == bytes.size()) {
            bytes.resize(std::min(2 * length, bytes_max + 1));
        }
        const ssize_t count = ::read(file.descriptor.number(), bytes.data() + length, bytes.size() - length);
        if (count == 0) {
            bytes.resize(length);
            return bytes;
        }
        if (count > 0) {
            length += static_cast<std::size_t>(count);
        } else if (errno != EINTR) {
            return system_error("cannot read " + path, errno);
        }
    }
    return Error{Fault::too_large, path + " is larger than " + std::to_string(bytes_max) + " bytes"};
}

}  // namespace

bool is_passed_over(std::string_view name, const ScanOptions& options) {
    return is_hidden(name) ||
           std::find(options.passed_over.begin(), options.passed_over.end(), name) != options.passed_over.end();
}

Result<std::vector<FileStamp>> scan(const std::string& root, std::string_view folder, const ScanOptions& options) {
    StampCollector collector{options};
    if (const auto done = walk(root, folder, options, collector); !done) {
        return done.error();
    }
    return collector.take();
}

Result<FileStamp> stamp(const std::string& root, std::string_view path, const ScanOptions& options) {
    const std::string name{path};
    if (!is_wanted(path, options) || !is_reachable(root, path, options)) {
        return no_file(name);
    }
    const auto file = open_file(root, name, {O_PATH, options.follow_links});
    if (!file) {
        return file.error();
    }
    return stamp_of(name, file->status);
}

Result<FileContent> read_file(const std::string& root, std::string_view path, std::size_t bytes_max,
                              FollowLinks follow_links) {
    const std::string name{path};
    // O_NONBLOCK: a pipe's open would wait for a writer.
    const auto file = open_file(root, name, {O_RDONLY | O_NONBLOCK | O_NOCTTY, follow_links});
    if (!file) {
        return file.error();
    }
    auto bytes = read_all(*file, name, bytes_max);
    if (!bytes) {
        return bytes.error();
    }
    return FileContent{stamp_of(name, file->status), std::move(*bytes)};
}

}  // namespace tagwire::watch
