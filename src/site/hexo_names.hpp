// What the name of a Hexo post says by the pattern of its names, `new_post_name`.
#pragma once

#include "base/time_zone.hpp"

#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

struct HexoName {
    std::string slug;                                        // ":title" of addresses
    std::map<std::string, std::string, std::less<>> values;  // of the other tokens, by name
    std::optional<LocalTime> day;
};

// Immutable and thread-safe.
class HexoNamePattern {
  public:
    // ":year-:month-:day-:title.md". One that read_expression() refuses has no tokens, and matches nothing.
    explicit HexoNamePattern(std::string_view pattern);

    // `path` is below the folder of posts.
    [[nodiscard]] HexoName read(std::string_view path) const;

  private:
    std::vector<std::string> tokens_;
    std::optional<std::regex> regex_;
};

}  // namespace tagwire::site
