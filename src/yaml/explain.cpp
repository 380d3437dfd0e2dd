#include "yaml/explain.hpp"

#include "base/text.hpp"
#include "yaml/position.hpp"
#include "yaml/quotes.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <string>
#include <utility>

namespace tagwire::yaml {

namespace {

namespace yaml_cpp = YAML::ErrorMsg;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t example_octets_max = 80;

Explanation syntax(std::size_t offset, std::string message) { return {offset, "yaml-syntax", std::move(message)}; }

std::size_t offset_in(std::string_view text, std::string_view part) {
    return static_cast<std::size_t>(part.data() - text.data());
}

// `key: "value"` for a line `key: value`; a general example where the line is too long or has quotes of its own.
std::string quoted_example(std::string_view line) {
    const std::size_t colon = line.find(": ");
    const bool usable = colon != npos && line.size() <= example_octets_max && line.find_first_of("\"\\") == npos;
    if (!usable) return "title: \"a: b\"";
    return std::string(trim(line.substr(0, colon))) + ": \"" + std::string(trim(line.substr(colon + 1))) + '"';
}

std::string_view line_before(std::string_view text, std::string_view line) {
    const std::size_t start = offset_in(text, line);
    return start == 0 ? std::string_view() : line_around(text, start - 1);
}

Explanation explain_value_in_line(const SyntaxError& error) {
    const std::string_view line = line_around(error.text, error.offset);
    const std::size_t line_start = offset_in(error.text, line);
    const std::size_t first_colon = line.find(": ");
    if (first_colon != npos && line_start + first_colon < error.offset) {
        return syntax(error.offset, "a value with a colon and a blank in it must be quoted: " + quoted_example(line));
    }
    const std::string_view before = line_before(error.text, line);
    const std::size_t colon = before.find(':');
    if (colon != npos && colon + 1 < before.size() && before[colon + 1] != ' ') {
        return syntax(offset_in(error.text, before), "a blank is missing behind the colon; write \"" +
                                                         std::string(trim(before.substr(0, colon))) + ": " +
                                                         std::string(trim(before.substr(colon + 1))) + '"');
    }
    return syntax(error.offset, "a key cannot stand here; give it the same indentation as the other keys of its map");
}

Explanation explain_rest_of_line(const SyntaxError& error) {
    const std::string_view line = line_around(error.text, error.offset);
    const std::string_view before = error.text.substr(0, error.offset).substr(offset_in(error.text, line));
    const bool starts_line = trim(before).empty();
    if (starts_line) {
        return syntax(error.offset, "this line does not belong to what is above it; check its indentation");
    }
    return syntax(error.offset,
                  "text follows the end of the value; put all of it in double quotes, with \\\" for each one inside");
}

Explanation explain_escape(const SyntaxError& error) {
    const std::size_t backslash = error.text.rfind('\\', error.offset == 0 ? 0 : error.offset - 1);
    const std::size_t offset = backslash == npos ? error.offset : backslash;
    if (error.message.starts_with(yaml_cpp::INVALID_UNICODE)) {
        return syntax(offset, "this escape is not a character (half of a surrogate pair?); write the character itself");
    }
    return syntax(offset, "there is no such escape in a value in double quotes; write \\\\ for a backslash");
}

Explanation explain_end_in_quotes(const SyntaxError& error) {
    const std::size_t open = find_unclosed_quote(error.text, error.last_offset);
    return {open == npos ? error.offset : open, "yaml-unclosed-quote",
            "the quotation mark that opens here is never closed; add the closing one at the end of the value"};
}

// Of "the list that [ opens here", whose closing bracket is not where it should be.
Explanation explain_flow(const SyntaxError& error, std::string_view what, char close) {
    if (error.text.find(close, error.offset) == npos) {
        return syntax(error.open_offset, std::string(what) + " is not closed by " + close);
    }
    return syntax(error.offset, std::string("a comma or ") + close + " is missing in front of this");
}

// The offset of a tab in the indentation of the line; npos if there is none.
std::size_t tab_in_indentation(const SyntaxError& error) {
    const std::string_view line = line_around(error.text, error.offset);
    const std::string_view indentation = line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
    const std::size_t tab = indentation.find('\t');
    return tab == npos ? npos : offset_in(error.text, line) + tab;
}

std::string first_character(const SyntaxError& error) {
    std::string_view rest = error.text.substr(std::min(error.offset, error.text.size()));
    const std::string_view before = rest;
    if (!rest.empty()) (void)take_code_point(rest);
    return std::string(before.substr(0, before.size() - rest.size()));
}

}  // namespace

Explanation explain(const SyntaxError& error) {
    const auto is = [&](std::string_view message) { return error.message.starts_with(message); };
    const std::string_view line = line_around(error.text, error.offset);
    if (is(yaml_cpp::EOF_IN_SCALAR)) return explain_end_in_quotes(error);
    if (is(yaml_cpp::INVALID_ESCAPE) || is(yaml_cpp::INVALID_UNICODE) || is(yaml_cpp::INVALID_HEX)) {
        return explain_escape(error);
    }
    if (const std::size_t tab = tab_in_indentation(error); tab != npos) {
        return syntax(tab, "a tab cannot indent; use blanks");
    }
    if (is(yaml_cpp::MAP_VALUE)) return explain_value_in_line(error);
    if (is(yaml_cpp::END_OF_SEQ_FLOW)) return explain_flow(error, "the list that [ opens here", ']');
    if (is(yaml_cpp::END_OF_MAP_FLOW)) return explain_flow(error, "the map that { opens here", '}');
    if (is(yaml_cpp::END_OF_MAP) || is(yaml_cpp::END_OF_SEQ)) return explain_rest_of_line(error);
    if (is(yaml_cpp::BLOCK_ENTRY)) {
        return syntax(error.offset,
                      "a list item must start a line of its own; text that begins with \"- \" must be quoted");
    }
    if (is(yaml_cpp::UNKNOWN_TOKEN)) {
        return syntax(error.offset,
                      "a value cannot begin with " + first_character(error) + "; quote it: " + quoted_example(line));
    }
    if (is(yaml_cpp::UNKNOWN_ANCHOR) || is(yaml_cpp::ALIAS_NOT_FOUND)) {
        return syntax(error.offset, "* refers to an anchor that does not exist; quote text that begins with it: " +
                                        quoted_example(line));
    }
    return syntax(error.offset,
                  "this is not YAML (" + std::string(error.message) + "); quote values with special characters");
}

}  // namespace tagwire::yaml
