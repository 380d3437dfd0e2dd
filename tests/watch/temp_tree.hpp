// A folder on the real disk that is gone at the end of the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

namespace tagwire::watch {

class TempTree {
  public:
    TempTree() {
        std::string pattern = std::filesystem::temp_directory_path() / "tagwire-watch-XXXXXX";
        if (::mkdtemp(pattern.data()) == nullptr) {
            throw std::runtime_error("mkdtemp failed");
        }
        base_ = pattern;
        std::filesystem::create_directory(path());
    }
    ~TempTree() {
        std::error_code ignored;
        std::filesystem::remove_all(base_, ignored);
    }
    TempTree(const TempTree&) = delete;
    TempTree& operator=(const TempTree&) = delete;

    [[nodiscard]] std::string root() const { return path(); }
    [[nodiscard]] std::filesystem::path path(const std::string& below = "") const {
        return below.empty() ? base_ / "root" : base_ / "root" / below;
    }
    [[nodiscard]] std::filesystem::path outside(const std::string& name) const { return base_ / name; }

    void folder(const std::string& name) const { std::filesystem::create_directories(path(name)); }
    void file(const std::string& name, const std::string& text = "text") const { write(path(name), text); }
    void link(const std::string& name, const std::filesystem::path& target) const {
        std::filesystem::create_symlink(target, path(name));
    }
    void move(const std::string& from, const std::string& to) const { std::filesystem::rename(path(from), path(to)); }
    void remove(const std::string& name) const { std::filesystem::remove_all(path(name)); }

    static void write(const std::filesystem::path& file, const std::string& text) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file} << text;
    }
    static std::string read(const std::filesystem::path& file) {
        std::ifstream in{file};
        return {std::istreambuf_iterator<char>{in}, {}};
    }

  private:
    std::filesystem::path base_;
};

}  // namespace tagwire::watch
