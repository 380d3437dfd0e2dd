// The path segments of one taxonomy's terms: given once, never taken back, never to two terms.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

namespace tagwire::catalog {

class SlugTable {
  public:
    // A new slug for the term with that key, percent-encoded: the plain one to whoever comes first, else one with a
    // hash.
    [[nodiscard]] std::string give(std::string_view key);

    // Gives away that slug, percent-encoded; false if a term has it already.
    [[nodiscard]] bool take(const std::string& slug) { return taken_.insert(slug).second; }

  private:
    std::unordered_set<std::string> taken_;  // percent-encoded
};

}  // namespace tagwire::catalog
