// Any bytes parse: into a value, or into at least one error.
#include "yaml/value.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    const auto document = yaml::parse(fuzz::text(data, size), "fuzz.yaml", 1, Limits{});
    fuzz::expect(!has_error(document.problems) || document.root.kind == yaml::Kind::null);
    return 0;
}
