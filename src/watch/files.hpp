// Looking at the tree of articles: which files there are, and what is in them.
#pragma once

#include "base/file_version.hpp"
#include "base/result.hpp"

#include <cstddef>
#include <functional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::watch {

struct FileStamp {
    std::string path;  // below the root, "/" between names
    FileVersion version;
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

enum class FollowLinks { everywhere, inside };  // inside: only to targets below the root

struct ScanOptions {
    FollowLinks follow_links = FollowLinks::everywhere;
    std::size_t depth_max = 64;           // of folders below the root
    std::size_t folders_max = 1'000'000;  // links that lead to each other can multiply a few folders to any number
    std::function<bool(std::string_view path)> wanted;        // of files, by their path; empty: all
    std::vector<std::string> passed_over = {"node_modules"};  // names of folders that are not entered
    // Told of folders (and links) that could not be read: what is in them is unknown, not gone. May be empty.
    std::function<void(const std::string& folder, const Error& error)> unreadable;
    std::stop_token stop;  // ends a scan early, which then fails with Fault::unavailable
};

// Whether folders of that name are not entered: hidden ones (".git") and those that the options name.
[[nodiscard]] bool is_passed_over(std::string_view name, const ScanOptions& options);

// All wanted files below `folder` (a path below the root; "" is the root), ordered by path. Links are followed, loops
// cut by (device, inode). Passed over are hidden folders and those that the options name (".git"), names that are not
// UTF-8, and what is not a regular file. Fails if the folder itself cannot be read (Fault::not_found, denied, io), or
// beyond folders_max (too_large).
[[nodiscard]] Result<std::vector<FileStamp>> scan(const std::string& root, std::string_view folder,
                                                  const ScanOptions& options);

// The stamp of one file that scan() would list (links followed); Fault::not_found if there is none.
[[nodiscard]] Result<FileStamp> stamp(const std::string& root, std::string_view path, const ScanOptions& options);

struct FileContent {
    FileStamp stamp;  // of the file that was read, taken from its open descriptor before reading
    std::string bytes;
};
// Fault::not_found if there is no regular file (a pipe or device is never waited for), too_large beyond `bytes_max`.
[[nodiscard]] Result<FileContent> read_file(const std::string& root, std::string_view path, std::size_t bytes_max,
                                            FollowLinks follow_links = FollowLinks::everywhere);

}  // namespace tagwire::watch
