// One tag of a template language: Hugo's {{< x >}} and {{% x %}}, and {% x %}, {{ x }} and {# x #} of Liquid, Jinja,
// Nunjucks and Tera. Views are parts of the text given.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

namespace tagwire::content {

enum class TagKind {
    shortcode,        // {{< note >}}, {{% note %}}
    shown_shortcode,  // {{</* note */>}}, which shows {{< note >}}
    statement,        // {% if x %}
    expression,       // {{ page.title }}
    comment,          // {# … #}
};

struct TemplateTag {
    TagKind kind = TagKind::comment;
    std::size_t length = 0;         // in octets, with its delimiters
    std::string_view content = {};  // between them, without blanks and trimming dashes around it
};

// The tag that `text` begins with. A tag has no blank line and no other tag in it, and is not endless.
[[nodiscard]] std::optional<TemplateTag> read_template_tag(std::string_view text);

struct TagArgument {
    std::string_view key;    // empty for one that is known by its place
    std::string_view value;  // without quotes
};

// A shortcode or statement taken apart: "figure" with its arguments; of `{% endraw %}` and `{{< /raw >}}` the name is
// "raw".
struct TagCall {
    bool closes = false;
    std::string_view name = {};
    std::vector<TagArgument> arguments = {};

    [[nodiscard]] std::string_view named(std::string_view key) const;  // empty where there is none
    [[nodiscard]] std::string_view at_place(std::size_t place) const;  // of those without key; likewise
};
[[nodiscard]] TagCall read_call(const TemplateTag& tag);

// What an expression begins with, if that is a text in quotes: /a.png of {{ "/a.png" | relative_url }}.
[[nodiscard]] std::string_view leading_text(const TemplateTag& expression);

}  // namespace tagwire::content
