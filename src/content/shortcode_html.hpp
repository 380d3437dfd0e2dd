// What is made of the shortcodes whose meaning is known without their generator.
#pragma once

#include "content/template_tag.hpp"

#include <optional>
#include <string>

namespace tagwire::content {

// The image, the link to a video, or the text that stands for a tag without content; nothing where none can be made.
// The HTML may stand in Markdown.
[[nodiscard]] std::string html_of(const TagCall& call);

// What becomes of the content of a pair of tags.
enum class Enclosed { text, code, quotation, verbatim, nothing };
[[nodiscard]] Enclosed enclosed_by(std::string_view tag_name);

}  // namespace tagwire::content
