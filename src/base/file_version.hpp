// What tells one version of a file from another without opening it.
#pragma once

#include "base/time.hpp"

#include <cstdint>

namespace tagwire {

struct FileVersion {
    std::uint64_t size = 0;
    Instant modified;
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    friend bool operator==(const FileVersion&, const FileVersion&) = default;
};

}  // namespace tagwire
