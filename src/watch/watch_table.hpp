// Which path the kernel means when it names a watch.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace tagwire::watch {

// The kernel watches folders by inode. Links make several paths lead to one folder, and each of these paths has changed
// when something in the folder has. A link to a file has changed when the file's name in its own folder has, wherever
// that is. Costs grow with the logarithm of the number of paths, and with what is removed. Pure.
class WatchTable {
  public:
    // The table must not hold the path yet. A link leads to the file `target` in the watched folder.
    void add_folder(int watch, const std::string& path);
    void add_link(int watch, const std::string& target, const std::string& path);

    [[nodiscard]] bool contains(int watch) const { return watches_.contains(watch); }
    [[nodiscard]] bool has_folder(const std::string& path) const;
    [[nodiscard]] std::size_t size() const { return watches_.size(); }  // in watches

    // The paths that a name in a watched folder has; with an empty name the folder's own.
    [[nodiscard]] std::vector<std::string> paths(int watch, const std::string& name) const;
    // The links to the file of that name in a watched folder.
    [[nodiscard]] std::vector<std::string> links(int watch, const std::string& target) const;

    // All folders and links that a watch stands for.
    [[nodiscard]] std::vector<std::string> all_paths(int watch) const;

    // Removes a path and all below it. Returns the watches that no path needs any more.
    [[nodiscard]] std::vector<int> remove(const std::string& path);
    void clear();

  private:
    struct Watched {
        std::vector<std::string> folders;
        std::multimap<std::string, std::string> links;  // from a target's name to the link's path
    };
    struct Place {
        int watch = -1;
        std::string target;  // empty: the path is a folder's
    };

    // Whether the watch stands for nothing any more; it is removed then.
    bool detach(const std::string& path, const Place& place);

    std::unordered_map<int, Watched> watches_;
    std::map<std::string, Place> places_;
};

}  // namespace tagwire::watch
