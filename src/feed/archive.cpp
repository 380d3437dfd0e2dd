#include "feed/archive.hpp"

#include <algorithm>
#include <charconv>

namespace tagwire::feed {

namespace {

constexpr std::string_view folder = "/archive/";
constexpr std::size_t digits_max = 9;  // no feed fills a thousand million pages

// As archive_url() writes it; 0 for anything else.
std::size_t read_number(std::string_view text) {
    const bool digits = std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!digits || text.size() > digits_max || text.starts_with('0')) return 0;
    std::size_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string archive_url(std::string_view url, std::size_t page) {
    const std::size_t name = url.rfind('/') + 1;  // 0 where there is no slash
    std::string result(url.substr(0, name));
    return result.append("archive/").append(std::to_string(page)).append("/").append(url.substr(name));
}

std::optional<ArchivePlace> read_archive_path(std::string_view path) {
    const std::size_t name = path.rfind('/');
    const std::size_t place = path.substr(0, name).rfind(folder);
    if (name == std::string_view::npos || place == std::string_view::npos) return std::nullopt;
    const std::size_t number = place + folder.size();
    const std::size_t page = read_number(path.substr(number, name - number));
    if (page == 0) return std::nullopt;
    return ArchivePlace{std::string(path.substr(0, place)).append(path.substr(name)), page};
}

}  // namespace tagwire::feed
