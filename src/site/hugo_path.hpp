// How Hugo makes addresses of names: helpers.PathSpec of its source, version 0.111.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

struct HugoPathOptions {
    bool lower_case = true;
    bool strip_accents = false;
};

// What Hugo leaves of a path: letters, digits, marks, "/\._-#+~@" and percent-encoded octets are kept, blanks become
// one "-", all else goes.
[[nodiscard]] std::string sanitize_path(std::string_view path, HugoPathOptions options);

// The text that "+" and "%20" stand for in a query; as it is where a "%" stands alone.
[[nodiscard]] std::string unescape_query(std::string_view text);

}  // namespace tagwire::site
