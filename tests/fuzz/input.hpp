// The bytes that libFuzzer hands over, as text; and what a target says when it finds a promise broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace tagwire::fuzz {

inline std::string_view text(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

inline void expect(bool promise) {
    if (!promise) std::abort();
}

}  // namespace tagwire::fuzz
