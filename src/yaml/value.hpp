// YAML, JSON and TOML text as values that know where they stood, so that a problem can name its line and column. The
// one home of yaml-cpp and toml++.
#pragma once

#include "base/limits.hpp"
#include "base/problem.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tagwire::yaml {

// Lines and columns count from 1, columns in code points.
struct Mark {
    std::size_t line = 0;
    std::size_t column = 0;
};

enum class Kind { null, scalar, list, map };

class Value;
struct Member;

class Value {
  public:
    Kind kind = Kind::null;
    Mark mark;
    std::string scalar;           // as written; quotes and escapes undone
    bool quoted = false;          // 'so' or "so", or a block scalar: never null, never a number
    std::vector<Value> items;     // of a list
    std::vector<Member> members;  // of a map, in the file's order; a duplicate key keeps its last value

    // The member of that name, nullptr if there is none. Without ASCII case the last of several.
    [[nodiscard]] const Value* find(std::string_view key) const;
    [[nodiscard]] const Value* find_any_case(std::string_view key) const;
};

struct Member {
    std::string key;
    Mark mark;
    Value value;
};

struct Document {
    Value root;         // null where the text is empty or an error is among the problems
    Problems problems;  // "yaml-syntax", "yaml-unclosed-quote", "yaml-too-large", "encoding" (errors);
                        // "toml-syntax", "toml-too-large" of TOML;
                        // "yaml-duplicate-key", "yaml-key-with-colon", "yaml-control-character" (warnings)
};

// Parses the first document of `text`. Lines are counted from `first_line`, so that front matter keeps the file's own
// numbers. Refuses what yaml-cpp lets pass and should not: an unterminated quote, lines that belong to nothing, too
// many nodes through aliases, too deep nesting, bytes that are not UTF-8, NUL. Other control characters become blanks,
// with a warning. Plain `~`, `null`, `Null`, `NULL` and nothing at all are null; `<<` merge keys are applied.
// JSON is YAML; of it, surrogate pairs are read as well. Thread-safe.
[[nodiscard]] Document parse(std::string_view text, std::string_view file, std::size_t first_line,
                             const Limits& limits);

// TOML 1.0, always a map or an error. Strings are `quoted`; numbers, booleans, dates and times stand as they are
// written ("1.10", "0x1F", "2024-02-01T08:00:00"). Thread-safe.
[[nodiscard]] Document parse_toml(std::string_view text, std::string_view file, std::size_t first_line,
                                  const Limits& limits);

// ---- reading a map with known keys: configuration files and feed definitions ----------------------------------------

// Reads members of a map one by one, then finish() reports the keys that nobody asked for, with the nearest known one.
// A member that is absent or null is nothing; one of the wrong kind is nothing and an error "bad-value".
// Map and problems must outlive the reader.
class MapReader {
  public:
    MapReader(const Value& map, std::string_view file, Problems& problems);

    [[nodiscard]] std::optional<std::string> text(std::string_view key);
    [[nodiscard]] std::optional<bool> boolean(std::string_view key);       // true/false, yes/no, on/off
    [[nodiscard]] std::optional<std::size_t> size(std::string_view key);   // a whole number ≥ 0
    [[nodiscard]] std::optional<std::size_t> bytes(std::string_view key);  // "512KiB", "1MiB", 4096
    // "200ms", "2h", "15min", "3s"; a bare number is seconds.
    [[nodiscard]] std::optional<double> seconds(std::string_view key);
    [[nodiscard]] std::optional<std::vector<std::string>> texts(std::string_view key);  // a list, or one scalar
    [[nodiscard]] const Value* map(std::string_view key);                               // nullptr where absent
    // Gives the map under that key, where there is one, to `read`, and finishes it.
    void nested(std::string_view key, const std::function<void(MapReader& map)>& read);
    [[nodiscard]] const Value* value(std::string_view key);               // of any kind
    void report(const Value& at, std::string code, std::string message);  // an error at that place
    void finish();

  private:
    [[nodiscard]] const Value* scalar(std::string_view key);

    const Value& map_;
    std::string file_;
    Problems& problems_;
    std::vector<std::string> known_;
};

}  // namespace tagwire::yaml
