// Which HTML may stand in a feed: what strict feed readers keep, and nothing that runs, loads by itself or asks for
// input.
#pragma once

#include <string_view>

namespace tagwire::content {

enum class Flow { phrasing, block };

struct ElementRule {
    std::string_view name;
    std::string_view written_as;
    Flow flow = Flow::phrasing;
    std::string_view attributes = {};  // besides id, lang and dir
    std::string_view closes = {};  // open elements that it may not stand in, and so ends. A block also ends a paragraph
    std::string_view stands_in = {};  // where given: it is written only within one of these
    std::string_view needs = {};      // where given: it is written only with one of these attributes
};

// Null for an element whose tags are left out and whose content is kept.
[[nodiscard]] const ElementRule* find_element(std::string_view name);

[[nodiscard]] bool is_void(std::string_view written_name);

// Whether the element goes with all that is in it.
[[nodiscard]] bool is_dropped_with_content(std::string_view name);

enum class ValueKind { text, url, image_candidates, number, alignment, direction, language, flag, identifier };
[[nodiscard]] ValueKind value_kind(std::string_view attribute);

}  // namespace tagwire::content
