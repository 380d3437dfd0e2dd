// The paths that documents stand under, and the other spellings of them that people and proxies come with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tagwire::shelf {

class Paths {
  public:
    explicit Paths(std::string_view base_url);

    // The decoded path of a document's URL below the base: "/tags/c++/rss.xml". Begins with "/".
    [[nodiscard]] std::string of(std::string_view url) const;
    // The same of a path that is asked for; the path itself if it is not below the base, which a proxy may have taken
    // away.
    [[nodiscard]] std::string_view below_base(std::string_view path) const;

  private:
    std::string base_url_;  // ends with a slash
    std::string base_;      // decoded, without the slash at its end
};

// What may have been meant by a path that has no document: with or without a slash at its end, in NFC, in lower case.
[[nodiscard]] std::vector<std::string> other_spellings(std::string_view path);

}  // namespace tagwire::shelf
