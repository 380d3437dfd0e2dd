#include "yaml/value.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace tagwire::yaml {

const Value* Value::find(std::string_view key) const {
    const auto found =
        std::find_if(members.begin(), members.end(), [&](const Member& member) { return member.key == key; });
    return found == members.end() ? nullptr : &found->value;
}

const Value* Value::find_any_case(std::string_view key) const {
    const auto found = std::find_if(members.rbegin(), members.rend(),
                                    [&](const Member& member) { return equals_ignoring_ascii_case(member.key, key); });
    return found == members.rend() ? nullptr : &found->value;
}

}  // namespace tagwire::yaml
