#include "base/media_type.hpp"

#include "base/text.hpp"
#include "base/uri.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace tagwire {

namespace {

struct Row {
    std::string_view extension;
    std::string_view media_type;
};

constexpr std::array rows = {
    Row{"jpg", "image/jpeg"},  Row{"jpeg", "image/jpeg"}, Row{"png", "image/png"},     Row{"gif", "image/gif"},
    Row{"webp", "image/webp"}, Row{"avif", "image/avif"}, Row{"svg", "image/svg+xml"}, Row{"mp3", "audio/mpeg"},
    Row{"m4a", "audio/mp4"},   Row{"ogg", "audio/ogg"},   Row{"mp4", "video/mp4"},     Row{"webm", "video/webm"},
};

}  // namespace

std::string_view media_type_of(std::string_view url) {
    const std::string path = path_of(url);
    const auto dot = path.find_last_of("./");
    if (dot == std::string::npos || path[dot] != '.') return {};
    const std::string extension = lower_ascii(std::string_view(path).substr(dot + 1));
    const auto* const row =
        std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.extension == extension; });
    return row == rows.end() ? std::string_view() : row->media_type;
}

}  // namespace tagwire
