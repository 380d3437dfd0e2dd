#include "cli/output.hpp"

#include "cli/explanations.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <iostream>

namespace tagwire::cli {

namespace {

namespace json = boost::json;

void write(std::string& text, const json::value& value, std::size_t depth);

// Scalars and empty containers stand on one line; `open` and `close` are the container's brackets.
template <class Container, class WriteItem>
void write_items(std::string& text, const Container& items, std::string_view brackets, std::size_t depth,
                 WriteItem write_item) {
    text += brackets[0];
    bool is_first = true;
    for (const auto& item : items) {
        text += is_first ? "\n" : ",\n";
        is_first = false;
        text.append(2 * (depth + 1), ' ');
        write_item(item);
    }
    if (!is_first) text += '\n' + std::string(2 * depth, ' ');
    text += brackets[1];
}

void write(std::string& text, const json::value& value, std::size_t depth) {
    if (const auto* const array = value.if_array()) {
        write_items(text, *array, "[]", depth, [&](const json::value& item) { write(text, item, depth + 1); });
    } else if (const auto* const object = value.if_object()) {
        write_items(text, *object, "{}", depth, [&](const json::key_value_pair& member) {
            text += json::serialize(json::string_view(member.key())) + ": ";
            write(text, member.value(), depth + 1);
        });
    } else {
        text += json::serialize(value);
    }
}

}  // namespace

void print(std::string_view text) { std::cout << text << std::flush; }

void print_error(std::string_view text) {
    if (!text.empty()) std::cerr << text << std::endl;
}

int fail(const Error& error) {
    print_error("tagwire: " + error.message);
    return failure;
}

std::string to_text(const Problems& problems) {
    std::string text;
    for (const Problem& problem : problems) text += (text.empty() ? "" : "\n") + to_string(problem);
    return text;
}

json::object to_json(const Problem& problem) {
    const Explanation* const explanation = find_explanation(problem.code);
    return {{"severity", std::string(name(problem.severity))},
            {"code", problem.code},
            {"file", problem.file},
            {"line", problem.line},
            {"column", problem.column},
            {"message", problem.message},
            {"remedy", std::string(explanation == nullptr ? std::string_view() : explanation->remedy)}};
}

void print_json(const json::value& value) {
    std::string text;
    write(text, value, 0);
    print(text + '\n');
}

}  // namespace tagwire::cli
