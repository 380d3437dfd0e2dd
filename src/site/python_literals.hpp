// Settings that are written as a Python program, read without running it.
#pragma once

#include "yaml/value.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::site {

struct PythonSettings {
    // The names in capitals that are assigned to at the top level, in the file's order and each time: strings, numbers,
    // True, False (as written) and None; tuples, lists and sets are lists; dictionaries are maps.
    yaml::Value root;
    // Names that are assigned something else, which only Python can tell.
    std::vector<std::pair<std::string, yaml::Mark>> computed;
};

// Never fails: what is no Python is passed over.
[[nodiscard]] PythonSettings read_python_settings(std::string_view program);

}  // namespace tagwire::site
