// Any bytes parse as TOML: into a map, or into an error.
#include "yaml/value.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    const auto document = yaml::parse_toml(fuzz::text(data, size), "fuzz.md", 1, Limits{});
    fuzz::expect(has_error(document.problems) == (document.root.kind != yaml::Kind::map));
    return 0;
}
