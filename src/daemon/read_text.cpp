#include "daemon/read_text.hpp"

#include "watch/files.hpp"

#include <filesystem>

namespace tagwire::daemon {

Result<std::string> read_text(const std::string& path, std::size_t bytes_max) {
    const std::filesystem::path file(path);
    const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
    auto content = watch::read_file(folder, file.filename().string(), bytes_max);
    if (!content) return content.error();
    return std::move(content->bytes);
}

}  // namespace tagwire::daemon
