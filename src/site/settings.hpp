// A generator's configuration as one tree, whatever files and formats it is spread over.
#pragma once

#include "base/problem.hpp"
#include "yaml/value.hpp"

#include <initializer_list>
#include <list>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::site {

// A value, or what several files say of one map. Its values live as long as the Settings that it is of.
struct Setting {
    const yaml::Value* value = nullptr;                   // the last one; nullptr where there is none
    std::string file;                                     // that it stands in
    std::map<std::string, Setting, std::less<>> members;  // of a map, by key in lower case

    // nullptr where there is no such member, or nothing behind its key.
    [[nodiscard]] const Setting* find(std::string_view lower_key) const;
    [[nodiscard]] const Setting* find(std::initializer_list<std::string_view> lower_keys) const;  // "languages", "fr"

    [[nodiscard]] std::string text() const;                            // trimmed; empty unless it is one text
    [[nodiscard]] std::string text(std::string_view lower_key) const;  // of a member
    [[nodiscard]] std::vector<std::string> texts() const;              // of a list, or of one text
    // Whether it is this word, in whatever case.
    [[nodiscard]] bool says(std::string_view word) const;
    // Whether there is a member down these keys, and it is this word.
    [[nodiscard]] bool says(std::initializer_list<std::string_view> lower_keys, std::string_view word) const;
};

// Keys are compared without ASCII case, and what is added last counts most, member by member.
class Settings {
  public:
    // Reads a file: TOML, JSON or else YAML by its name. `keys` are those of the map that it stands for, none for the
    // whole. What is wrong in it becomes warnings, "site-configuration".
    void add(std::string_view file, std::string_view text, const std::vector<std::string>& keys, Problems& problems);

    // What was read from a file in another way. Nothing happens unless it is a map.
    void add(std::string_view file, yaml::Value map, const std::vector<std::string>& keys = {});

    [[nodiscard]] const Setting& root() const { return root_; }

  private:
    std::list<yaml::Value> values_;
    Setting root_;
};

// Warns, "site-configuration", of a setting, and of a value within one.
void warn(Problems& problems, const Setting& at, std::string message);
void warn(Problems& problems, std::string_view file, const yaml::Value& at, std::string message);

// Whether a line of a configuration file gives one of these keys, in lower case; a file that cannot be read is still
// known by them.
[[nodiscard]] bool gives_key(std::string_view text, std::initializer_list<std::string_view> lower_keys);

}  // namespace tagwire::site
