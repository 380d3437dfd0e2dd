// Any bytes are the details of a record, or nothing; details that are encoded come back the same.
#include "state/record_codec.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    const auto encode = [](const state::Details& details) {
        return state::encode_details(details.metadata, details.problems, details.others);
    };
    if (const auto details = state::decode_details(fuzz::text(data, size))) {
        const std::string bytes = encode(*details);
        const auto again = state::decode_details(bytes);
        fuzz::expect(again.has_value());
        fuzz::expect(encode(*again) == bytes);
    }
    return 0;
}
