// A folder that a program shares with its owner: it overwrites and removes only what it wrote itself, which a manifest
// lists.
#pragma once

#include "base/result.hpp"

#include <cstddef>
#include <memory>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::daemon {

enum class ForeignFiles { respect, overwrite };

class ExportFolder {
  public:
    // Makes the folder if it is not there, and reads the manifest.
    [[nodiscard]] static Result<ExportFolder> open(std::string folder, ForeignFiles foreign);

    // Fails if one of the files to be written exists and is not in the manifest; names it.
    [[nodiscard]] Result<void> claim(const std::vector<std::string>& files) const;

    // Writes a file's new bytes beside it, unless it has them already. Thread-safe for different files.
    [[nodiscard]] Result<void> write(const std::string& file, std::string_view bytes);

    struct Done {
        std::size_t written = 0;
        std::size_t removed = 0;
    };
    // Puts the new files in their places once their bytes are on the disk, removes those of the old manifest that were
    // not written this time, and writes the manifest.
    [[nodiscard]] Result<Done> finish();

  private:
    ExportFolder(std::string folder, ForeignFiles foreign) : folder_(std::move(folder)), foreign_(foreign) {}
    [[nodiscard]] std::string full(std::string_view file) const { return folder_ + '/' + std::string(file); }
    [[nodiscard]] std::size_t remove_stale() const;
    [[nodiscard]] Result<void> write_manifest() const;

    std::string folder_;
    ForeignFiles foreign_;
    std::set<std::string> before_;  // in the manifest that was found
    struct Now {
        std::mutex mutex;
        std::set<std::string> files;        // written, or found with the right bytes
        std::vector<std::string> unplaced;  // whose new bytes lie beside them
    };
    std::unique_ptr<Now> now_ = std::make_unique<Now>();
};

}  // namespace tagwire::daemon
