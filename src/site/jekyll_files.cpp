#include "site/jekyll_files.hpp"

#include "site/path_pattern.hpp"

#include <algorithm>
#include <chrono>

namespace tagwire::site {

namespace {

constexpr std::size_t npos = std::string_view::npos;

std::string_view last_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

bool is_special(std::string_view name) { return !name.empty() && std::string_view("._#~").find(name.front()) != npos; }

bool is_included(std::string_view path, const std::vector<std::string>& patterns) {
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return matches(pattern, path) || matches(pattern, last_name(path)) || path.starts_with(pattern);
    });
}

bool is_excluded(std::string_view path, const JekyllConfiguration& configuration) {
    const auto begins_path = [&](const std::string& prefix) { return path.starts_with(prefix); };
    const std::vector<std::string>& prefixes = configuration.excluded;
    if (std::any_of(prefixes.begin(), prefixes.end(), begins_path)) return true;
    const std::vector<std::string>& patterns = configuration.excluded_patterns;
    if (patterns.empty()) return false;
    const std::vector<std::string_view> parts = path_and_folders(path);
    return std::any_of(patterns.begin(), patterns.end(), [&](const std::string& pattern) {
        return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) { return matches(pattern, part); });
    });
}

// How many of these digits `text` begins with, at most.
std::size_t digits(std::string_view text, std::size_t digits_max) {
    const auto end = std::find_if_not(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return std::min(static_cast<std::size_t>(end - text.begin()), digits_max);
}

// Nothing, and `text` unchanged, if it does not begin with so many digits and a "-".
std::optional<int> take_number(std::string_view& text, std::size_t digits_min, std::size_t digits_max) {
    const std::size_t length = digits(text, digits_max);
    if (length < digits_min || text.substr(length, 1) != "-") return std::nullopt;
    int number = 0;
    for (const char digit : text.substr(0, length)) number = number * 10 + (digit - '0');
    text.remove_prefix(length + 1);
    return number;
}

// Ruby's Time.parse: two digits are of 1969 to 2068.
int full_year(int year) { return year >= 100 ? year : year + (year < 69 ? 2000 : 1900); }

// Whether the slug begins with a day, which is taken off. One that no calendar has dates nothing.
bool take_day(JekyllFile& file) {
    std::string_view rest = file.slug;
    const std::optional<int> year = take_number(rest, 2, 4);
    const std::optional<int> month = year ? take_number(rest, 1, 2) : std::nullopt;
    const std::optional<int> day = month ? take_number(rest, 1, 2) : std::nullopt;
    if (!day) return false;
    const std::chrono::year_month_day date{std::chrono::year(full_year(*year)),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    const bool is_year = *year < 100 || *year >= 1000;
    if (is_year && date.ok()) file.day = LocalTime(std::chrono::sys_days(date).time_since_epoch());
    file.slug = rest;
    return true;
}

// The names that the filter of entries sees in a collection's folder: the first one and the last.
bool is_hidden_entry(std::string_view entry, const JekyllConfiguration& configuration) {
    const bool special = is_special(entry) || is_special(last_name(entry)) || entry.ends_with('~');
    return special && !is_included(entry, configuration.included);
}

struct Location {
    std::string_view collection;
    std::string_view folder;
    std::string_view entry;  // below the folder
};

// Of posts and drafts, which may stand in any folder that Jekyll reads. Those that begin with "_" it does not.
std::optional<Location> find_posts(std::string_view path, const JekyllConfiguration& configuration) {
    for (std::size_t start = 0;;) {
        const std::size_t slash = path.find('/', start);
        if (slash == npos) return std::nullopt;
        const std::string_view name = path.substr(start, slash - start);
        if (name == "_posts" || name == "_drafts") return Location{"posts", name, path.substr(slash + 1)};
        if (is_special(name) && !is_included(path.substr(0, slash), configuration.included)) return std::nullopt;
        start = slash + 1;
    }
}

std::optional<Location> find_collection(std::string_view path, const JekyllConfiguration& configuration) {
    const std::size_t slash = path.find('/');
    if (slash == npos || !path.starts_with('_')) return std::nullopt;
    const auto found = configuration.permalinks.find(path.substr(1, slash - 1));
    if (found == configuration.permalinks.end()) return std::nullopt;
    return Location{found->first, path.substr(0, slash), path.substr(slash + 1)};
}

JekyllFile refuse(std::string reason) {
    JekyllFile file;
    file.not_an_entry = std::move(reason);
    return file;
}

JekyllFile read_names(std::string_view path, const Location& location) {
    JekyllFile file;
    file.collection = location.collection;
    file.folder = location.folder;
    file.path = path;
    const std::string_view name = last_name(location.entry);
    file.basename = name.substr(0, name.rfind('.'));
    file.extension = name.substr(file.basename.size());
    file.slug = file.basename;
    const bool has_day = take_day(file);
    if (!has_day && file.folder == "_posts") return refuse("its name does not begin with a date, so it is no post");
    while (file.slug.ends_with('.')) file.slug.remove_suffix(1);
    return file;
}

}  // namespace

JekyllFile find_jekyll_file(std::string_view path, const JekyllConfiguration& configuration) {
    if (!path.starts_with(configuration.source)) return refuse("it is outside of the site's source folder");
    path.remove_prefix(configuration.source.size());
    const std::string_view path_in_source = path;
    if (!path.starts_with(configuration.collections_dir)) return refuse("it is a page");
    path.remove_prefix(configuration.collections_dir.size());

    std::optional<Location> location = find_posts(path, configuration);
    if (!location) location = find_collection(path, configuration);
    if (!location) return refuse("it is a page");
    if (is_hidden_entry(location->entry, configuration)) return refuse("Jekyll does not read its folder");
    if (is_excluded(path_in_source, configuration) && !is_included(path_in_source, configuration.included)) {
        return refuse("the site's configuration excludes it");
    }
    return read_names(path, *location);
}

std::vector<std::string> folder_categories(const JekyllFile& file) {
    std::vector<std::string> categories;
    // Jekyll cuts the path where the folder's name occurs, be it in another name.
    std::string_view folders = file.path.substr(0, file.path.find(file.folder));
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find('/'), folders.size());
        if (end > 0) categories.emplace_back(folders.substr(0, end));
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return categories;
}

}  // namespace tagwire::site
