// Where the reader for plain maps answers, yaml-cpp gives the same answer and no problem.
#include "support/yaml_text.hpp"
#include "yaml/full_parser.hpp"
#include "yaml/plain_map.hpp"

#include "input.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace tagwire;
    const std::string_view text = fuzz::text(data, size);
    if (text.starts_with("\xEF\xBB\xBF")) return 0;
    const auto plain = yaml::read_plain_map(text, 1, {});
    if (!plain) return 0;
    const yaml::Document full = yaml::parse_fully(text, "fuzz.yaml", 1, {});
    fuzz::expect(full.problems.empty());
    fuzz::expect(test::to_text(*plain) == test::to_text(full.root));
    return 0;
}
