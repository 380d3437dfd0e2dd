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

// The names of a path joined by one "/", none before and none behind; "." and empty names go, ".." takes its parent
// away.
[[nodiscard]] std::string clean_path(std::string_view path);

// Octets that a query's "+" and "%20" stand for.
[[nodiscard]] std::string unescape_query(std::string_view text);

// As Go writes the path of a URL, but for "#" and "?", which Hugo leaves as they are, so that its page cannot be
// reached.
[[nodiscard]] std::string escape_path(std::string_view path);

}  // namespace tagwire::site
