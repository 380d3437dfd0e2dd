// What each problem's code means, for people who ask: `tagwire check --explain CODE`.
#pragma once

#include <span>
#include <string_view>

namespace tagwire::cli {

struct Explanation {
    std::string_view code;
    std::string_view meaning;  // sentences
    std::string_view remedy;
};

[[nodiscard]] std::span<const Explanation> explanations();                 // by code
[[nodiscard]] const Explanation* find_explanation(std::string_view code);  // nullptr for an unknown one

}  // namespace tagwire::cli
