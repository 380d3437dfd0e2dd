#include "daemon/export_folder.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace tagwire::daemon {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view manifest_name = ".tagwire-manifest";
constexpr std::string_view manifest_head = "# The files that tagwire wrote to this folder. It touches no others.";
constexpr std::string_view unplaced_suffix = ".tagwire-new";

Error io_error(const std::string& what, const std::string& path, int number) {
    const Fault fault = number == EACCES || number == EPERM || number == EROFS ? Fault::denied : Fault::io;
    return {fault, "cannot " + what + ' ' + path + ": " + std::strerror(number)};
}

bool has_bytes(const std::string& path, std::string_view bytes) {
    std::error_code error;
    if (fs::file_size(path, error) != bytes.size() || error) return false;
    std::ifstream file(path, std::ios::binary);
    const std::string present{std::istreambuf_iterator<char>(file), {}};
    return file.good() || file.eof() ? present == bytes : false;
}

Result<void> write_bytes(const std::string& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    file.close();
    if (!file) return io_error("write", path, errno);
    return {boost::system::in_place_value};
}

Result<void> place(const std::string& from, const std::string& to) {
    std::error_code error;
    fs::rename(from, to, error);
    if (error) return io_error("put in place", to, error.value());
    return {boost::system::in_place_value};
}

// One sync for all files: a crash leaves the old version of each, or the new one, never half of it.
void sync_file_system_of(const std::string& folder) {
    const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::syncfs(descriptor);
    ::close(descriptor);
}

}  // namespace

Result<ExportFolder> ExportFolder::open(std::string folder, ForeignFiles foreign) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) return io_error("make the folder", folder, error.value());
    ExportFolder opened(std::move(folder), foreign);
    std::ifstream manifest(opened.full(manifest_name));
    for (std::string line; std::getline(manifest, line);) {
        if (!line.empty() && line.front() != '#') opened.before_.insert(line);
    }
    return opened;
}

Result<void> ExportFolder::claim(const std::vector<std::string>& files) const {
    if (foreign_ == ForeignFiles::overwrite) return {boost::system::in_place_value};
    for (const std::string& file : files) {
        std::error_code error;
        if (before_.count(file) > 0 || !fs::exists(fs::symlink_status(full(file), error))) continue;
        return Error{Fault::denied,
                     full(file) +
                         " is there and was not written by tagwire; nothing was changed. Move it away, choose "
                         "another folder, or overwrite it with --force"};
    }
    return {boost::system::in_place_value};
}

Result<void> ExportFolder::write(const std::string& file, std::string_view bytes) {
    const std::string path = full(file);
    const bool is_same = has_bytes(path, bytes);
    if (!is_same) {
        std::error_code error;
        fs::create_directories(fs::path(path).parent_path(), error);
        if (error) return io_error("make the folder of", path, error.value());
        if (auto written = write_bytes(path + std::string(unplaced_suffix), bytes); !written) return written;
    }
    const std::lock_guard lock(now_->mutex);
    now_->files.insert(file);
    if (!is_same) now_->unplaced.push_back(file);
    return {boost::system::in_place_value};
}

Result<ExportFolder::Done> ExportFolder::finish() {
    if (!now_->unplaced.empty()) sync_file_system_of(folder_);
    for (const std::string& file : now_->unplaced) {
        if (auto placed = place(full(file) + std::string(unplaced_suffix), full(file)); !placed) return placed.error();
    }
    const Done done{now_->unplaced.size(), remove_stale()};
    if (auto written = write_manifest(); !written) return written.error();
    return done;
}

std::size_t ExportFolder::remove_stale() const {
    std::size_t removed = 0;
    std::error_code error;
    for (const std::string& file : before_) {
        if (now_->files.count(file) > 0) continue;
        if (fs::remove(full(file), error)) ++removed;
        // Folders that have become empty go as well; one that is not empty refuses.
        for (fs::path folder = fs::path(file).parent_path(); !folder.empty(); folder = folder.parent_path()) {
            if (!fs::remove(full(folder.string()), error)) break;
        }
    }
    return removed;
}

Result<void> ExportFolder::write_manifest() const {
    std::string text = std::string(manifest_head) + '\n';
    for (const std::string& file : now_->files) text += file + '\n';
    const std::string path = full(manifest_name);
    if (has_bytes(path, text)) return {boost::system::in_place_value};
    if (auto written = write_bytes(path + std::string(unplaced_suffix), text); !written) return written;
    return place(path + std::string(unplaced_suffix), path);
}

}  // namespace tagwire::daemon
