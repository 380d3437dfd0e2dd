// Front matter as members that are asked for by name, whatever format they came from.
#pragma once

#include "base/problem.hpp"
#include "yaml/value.hpp"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::content {

// Keys are compared without case, "_" and "-", so that "lastModifiedAt" and "last_modified_at" are one. Of several the
// last one counts. What is given to the constructor must outlive the fields.
class Fields {
  public:
    // `defaults` are maps that stand for what the front matter does not say; the last of them counts most.
    Fields(const yaml::Value& root, const std::vector<const yaml::Value*>& defaults, std::string_view file,
           Problems& problems);

    // nullptr where there is no such key, or nothing behind it.
    [[nodiscard]] const yaml::Value* find(std::string_view key) const;

    // The text of the first of these keys whose value is text that is not blank, as plain_line() gives it; else empty.
    // Lists and maps are warned of.
    [[nodiscard]] std::string text(std::initializer_list<std::string_view> keys) const;

    // Whether its value is `true`, `yes`, `on` or `1`, in whatever case.
    [[nodiscard]] bool is_yes(std::string_view key) const;

    void warn(const yaml::Value& at, std::string code, std::string message) const;

  private:
    void add(const yaml::Value& map);

    std::vector<std::pair<std::string, const yaml::Value*>> members_;
    std::string_view file_;
    Problems& problems_;
};

// One line of plain text: trimmed, line breaks with the blanks around them become one blank, character references are
// decoded once, what XML forbids is dropped.
[[nodiscard]] std::string plain_line(std::string_view text);

}  // namespace tagwire::content
