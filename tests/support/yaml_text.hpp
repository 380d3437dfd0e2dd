// A YAML value with everything that is known about it as one text, to be compared and shown.
#pragma once

#include "yaml/value.hpp"

#include <string>

namespace tagwire::test {

inline std::string to_text(const yaml::Mark& mark) {
    return std::to_string(mark.line) + ':' + std::to_string(mark.column);
}

inline std::string to_text(const yaml::Value& value) {
    std::string text = to_text(value.mark) + ' ';
    switch (value.kind) {
        case yaml::Kind::null: return text + '~';
        case yaml::Kind::scalar: return text + (value.quoted ? "quoted " : "plain ") + value.scalar;
        case yaml::Kind::list:
            for (const yaml::Value& item : value.items) text += "\n- " + to_text(item);
            return text + "\n]";
        case yaml::Kind::map:
            for (const yaml::Member& member : value.members) {
                text += "\n+ " + to_text(member.mark) + ' ' + member.key + ": " + to_text(member.value);
            }
            return text + "\n}";
    }
    return text;
}

}  // namespace tagwire::test
