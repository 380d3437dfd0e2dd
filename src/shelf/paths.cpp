#include "shelf/paths.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>

namespace tagwire::shelf {

namespace {

std::string decoded_path(std::string_view url) {
    const std::string path = path_of(url);
    return decode_percent(path).value_or(path);
}

std::string_view without_slashes_at_end(std::string_view path) {
    return path.substr(0, path.find_last_not_of('/') + 1);
}

}  // namespace

Paths::Paths(std::string_view base_url) : base_url_(base_url), base_(without_slashes_at_end(decoded_path(base_url))) {}

std::string Paths::of(std::string_view url) const {
    // Nearly all need no parsing, and a start asks for hundreds of thousands.
    const std::string_view rest = url.substr(std::min(url.size(), base_url_.size()));
    if (base_url_.ends_with('/') && url.starts_with(base_url_) && rest.find_first_of("%?#") == std::string_view::npos)
        return std::string("/").append(rest);
    const std::string path = decoded_path(url);
    return path.empty() ? "/" : std::string(below_base(path));
}

std::string_view Paths::below_base(std::string_view path) const {
    const bool is_below = path.size() > base_.size() && path.starts_with(base_) && path[base_.size()] == '/';
    return is_below ? path.substr(base_.size()) : path;
}

std::vector<std::string> other_spellings(std::string_view path) {
    const std::string composed = nfc(path);
    std::vector<std::string> spellings;
    for (const std::string& spelling : {composed, lower_case(composed)}) {
        const std::string_view bare = without_slashes_at_end(spelling);
        spellings.emplace_back(bare);
        spellings.push_back(std::string(bare) + "/");
    }
    return spellings;
}

}  // namespace tagwire::shelf
