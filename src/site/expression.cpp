#include "site/expression.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>

namespace tagwire::site {

namespace {

constexpr std::size_t expression_bytes_max = 500;
constexpr std::size_t copies_max = 200;  // of a part that is repeated, "\\d{4}", and of repeated parts in each other

// At most so many copies of a part there are in the automaton: the product of all counts in braces.
std::size_t count_copies(std::string_view expression) {
    std::size_t copies = 1;
    for (std::size_t brace = expression.find('{'); brace != std::string_view::npos;
         brace = expression.find('{', brace + 1)) {
        const char* const end = expression.data() + expression.size();
        std::size_t least = 0;
        std::size_t most = 0;
        const auto [comma, unreadable] = std::from_chars(expression.data() + brace + 1, end, least);
        if (unreadable == std::errc::result_out_of_range) return copies_max + 1;
        if (comma != end && *comma == ',' &&
            std::from_chars(comma + 1, end, most).ec == std::errc::result_out_of_range) {
            return copies_max + 1;
        }
        const std::size_t count = std::max({least, most, std::size_t{1}});
        if (count > copies_max / copies) return copies_max + 1;
        copies *= count;
    }
    return copies;
}

}  // namespace

std::optional<std::regex> read_expression(std::string_view expression) {
    if (expression.size() > expression_bytes_max || count_copies(expression) > copies_max) return std::nullopt;
    try {
        // libstdc++ goes breadth first then, where it would else try every way, in as many frames as there are octets.
        return std::regex(expression.begin(), expression.end(),
                          std::regex::ECMAScript | std::regex_constants::__polynomial);
    } catch (const std::regex_error&) {
        return std::nullopt;
    }
}

}  // namespace tagwire::site
