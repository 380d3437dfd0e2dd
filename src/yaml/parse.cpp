#include "yaml/full_parser.hpp"
#include "yaml/plain_map.hpp"
#include "yaml/value.hpp"

#include <optional>
#include <utility>

namespace tagwire::yaml {

Document parse(std::string_view text, std::string_view file, std::size_t first_line, const Limits& limits) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (std::optional<Value> map = read_plain_map(text, first_line, limits)) return {std::move(*map), {}};
    return parse_fully(text, file, first_line, limits);
}

}  // namespace tagwire::yaml
