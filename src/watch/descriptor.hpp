// Open files of this process, and what the system says when something fails.
#pragma once

#include "base/result.hpp"

#include <compare>
#include <cstdint>
#include <string>
#include <utility>

namespace tagwire::watch {

// Owns a file descriptor and closes it.
class Descriptor {
  public:
    Descriptor() = default;
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept {
        std::swap(number_, other.number_);
        return *this;
    }
    ~Descriptor();

    [[nodiscard]] int number() const { return number_; }
    [[nodiscard]] bool is_open() const { return number_ >= 0; }
    int release() { return std::exchange(number_, -1); }

  private:
    int number_ = -1;
};

// What a name leads to, whatever the name is.
struct FileId {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    friend auto operator<=>(const FileId&, const FileId&) = default;
};

// The error for an errno: "<doing>: <what the system says>". ENOENT and its kin are Fault::not_found.
[[nodiscard]] Error system_error(const std::string& doing, int code);

// The absolute path, free of links, of what is open; empty if the system does not say.
[[nodiscard]] std::string real_path(const Descriptor& descriptor);

// Opens a folder for listing, links followed.
[[nodiscard]] Result<Descriptor> open_folder(const std::string& path);

[[nodiscard]] Result<FileId> identify(const Descriptor& descriptor);

}  // namespace tagwire::watch
