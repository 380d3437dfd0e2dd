// What is remembered of an article in one piece, since nobody looks for it by a part: as compact bytes.
#pragma once

#include "base/problem.hpp"
#include "catalog/memory.hpp"
#include "content/article.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::state {

struct Details {
    content::Metadata metadata;
    Problems problems;
    std::vector<catalog::TermNumber> others;  // of catalog::Entered
};

// The parts of Details, as they stand in a record.
[[nodiscard]] std::string encode_details(const content::Metadata& metadata, const Problems& problems,
                                         const std::vector<catalog::TermNumber>& others);

// Nothing for bytes that encode_details() has not made, as far as can be seen: text may have been damaged unseen.
[[nodiscard]] std::optional<Details> decode_details(std::string_view bytes);

}  // namespace tagwire::state
