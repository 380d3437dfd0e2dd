#include "site/glob.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace tagwire::site {

namespace {

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

bool matches_glob(std::string_view pattern, std::string_view text) {
    Places places(text.size() + 1, false);
    places.front() = true;
    return match(pattern, std::move(places), text).back();
}

}  // namespace tagwire::site
