#include "site/path_pattern.hpp"

#include <fnmatch.h>

#include <algorithm>
#include <cstddef>
#include <utility>

namespace tagwire::site {

namespace {

constexpr std::size_t path_pattern_bytes_max = 1'000;

bool matches_name(std::string_view pattern, std::string_view name, int flags) {
    if (pattern.size() > path_pattern_bytes_max) return false;
    return fnmatch(std::string(pattern).c_str(), std::string(name).c_str(), flags) == 0;
}

std::string_view take_name(std::string_view& path) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view name = path.substr(0, end);
    path.remove_prefix(std::min(end + 1, path.size()));
    return name;
}

// For each place in the text, whether what was read of the pattern matches what stands before it. Each element of the
// pattern turns one such set into the next.
using Places = std::vector<bool>;

Places after_character(const Places& before, char wanted, std::string_view text) {
    Places after(before.size(), false);
    for (std::size_t i = 0; i < text.size(); ++i) {
        after[i + 1] = before[i] && (text[i] == wanted || (wanted == '?' && text[i] != '/'));
    }
    return after;
}

Places after_star(Places places, bool (*passes)(char), std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (places[i] && passes(text[i])) places[i + 1] = true;
    }
    return places;
}

Places match(std::string_view pattern, Places places, std::string_view text);

// `choices` stand between braces, which may not stand in each other.
Places after_choice(std::string_view choices, const Places& before, std::string_view text) {
    Places after(before.size(), false);
    while (true) {
        const std::size_t comma = std::min(choices.find(','), choices.size());
        const Places chosen = match(choices.substr(0, comma), before, text);
        for (std::size_t i = 0; i < after.size(); ++i) after[i] = after[i] || chosen[i];
        if (comma == choices.size()) return after;
        choices.remove_prefix(comma + 1);
    }
}

Places match(std::string_view pattern, Places places, std::string_view text) {
    while (!pattern.empty()) {
        std::size_t length = 1;
        const std::size_t close = pattern.front() == '{' ? pattern.find('}') : std::string_view::npos;
        if (close != std::string_view::npos) {
            places = after_choice(pattern.substr(1, close - 1), places, text);
            length = close + 1;
        } else if (pattern.starts_with("**")) {
            places = after_star(
                std::move(places), [](char) { return true; }, text);
            length = 2;
        } else if (pattern.front() == '*') {
            places = after_star(
                std::move(places), [](char c) { return c != '/'; }, text);
        } else {
            places = after_character(places, pattern.front(), text);
        }
        pattern.remove_prefix(length);
    }
    return places;
}

}  // namespace

std::vector<std::string_view> path_and_folders(std::string_view path) {
    std::vector<std::string_view> paths;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1)) {
        paths.push_back(path.substr(0, slash));
    }
    paths.push_back(path);
    return paths;
}

bool matches(std::string_view pattern, std::string_view path) { return matches_name(pattern, path, 0); }

bool matches_by_names(std::string_view pattern, std::string_view path) {
    if (pattern.size() > path_pattern_bytes_max) return false;
    // Where to begin again with one folder more for the last "**/": earlier ones need not be tried again.
    std::string_view retry_pattern;
    std::string_view retry_path;
    while (!path.empty() || !pattern.empty()) {
        std::string_view rest = pattern;
        const std::string_view part = take_name(rest);
        if (part == "**" && !rest.empty()) {
            pattern = retry_pattern = rest;
            retry_path = path;
            continue;
        }
        std::string_view rest_of_path = path;
        const std::string_view name = take_name(rest_of_path);
        if (!pattern.empty() && !path.empty() && matches_name(part, name, FNM_PERIOD)) {
            pattern = rest;
            path = rest_of_path;
            continue;
        }
        if (retry_path.empty()) return false;
        static_cast<void>(take_name(retry_path));
        pattern = retry_pattern;
        path = retry_path;
    }
    return true;
}

bool matches_glob(std::string_view pattern, std::string_view text) {
    if (pattern.size() > path_pattern_bytes_max) return false;
    Places places(text.size() + 1, false);
    places.front() = true;
    return match(pattern, std::move(places), text).back();
}

}  // namespace tagwire::site
