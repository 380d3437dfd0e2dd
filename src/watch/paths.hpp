// Paths below a root: "/" between names, none at either end; "" is the root.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace tagwire::watch {

[[nodiscard]] inline std::string join(std::string_view folder, std::string_view name) {
    std::string path{folder};
    if (!folder.empty() && !name.empty()) {
        path += '/';
    }
    return path += name;
}

[[nodiscard]] inline std::string_view folder_of(std::string_view path) {
    const auto slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(0, slash);
}

[[nodiscard]] inline std::string_view name_of(std::string_view path) {
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

[[nodiscard]] inline bool is_hidden(std::string_view name) { return name.starts_with('.'); }

// Of absolute paths: whether `path` is `folder` or below it. False if one of them is unknown (empty).
[[nodiscard]] inline bool lies_in(std::string_view path, std::string_view folder) {
    if (folder == "/" || path == folder) {
        return !path.empty();
    }
    return !folder.empty() && path.starts_with(folder) && path.substr(folder.size()).starts_with('/');
}

// Erases what an ordered map holds for `path` and for all paths below it; `erased` sees each element before it goes.
template <class Value, class Erased>
void erase_below(std::map<std::string, Value>& map, const std::string& path, Erased erased) {
    const auto erase = [&](auto first, auto last) {
        for (auto element = first; element != last; ++element) {
            erased(*element);
        }
        map.erase(first, last);
    };
    if (path.empty()) {
        return erase(map.begin(), map.end());
    }
    const auto [first, last] = map.equal_range(path);
    erase(first, last);
    erase(map.lower_bound(path + '/'), map.lower_bound(path + static_cast<char>('/' + 1)));
}

}  // namespace tagwire::watch
