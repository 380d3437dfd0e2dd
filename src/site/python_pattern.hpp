// Regular expressions of Python with named groups, as far as std::regex knows them.
#pragma once

#include <map>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

// Immutable and thread-safe.
class PythonPattern {
  public:
    // Nothing if it is no regular expression, or has what only Python has,
    // or is refused by read_expression().
    [[nodiscard]] static std::optional<PythonPattern> read(std::string_view expression);

    // The groups that matched, by name; empty where `text` does not begin with the expression (re.match).
    [[nodiscard]] std::map<std::string, std::string, std::less<>> match(const std::string& text) const;

  private:
    std::vector<std::string> names_;  // of all groups; empty for those without
    std::regex regex_;
};

}  // namespace tagwire::site
