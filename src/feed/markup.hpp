// The one place where text becomes markup.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace tagwire::feed {

enum class Escaping {
    text,       // character data of XML and HTML
    attribute,  // a quoted attribute value; tabs and line ends survive too (XML 1.0 §3.3.3)
    rss_plain,  // a plain text field of RSS, in the references that most aggregators show right (RSS profile §3.1)
};

// Appends any bytes as markup that reads back as clean_text(text).
void append_escaped(std::string& markup, std::string_view text, Escaping escaping);

[[nodiscard]] std::string escaped(std::string_view text, Escaping escaping);

// An attribute whose value is empty is left out.
struct Attribute {
    const char* name;
    std::string_view value;
};
using Attributes = std::initializer_list<Attribute>;

}  // namespace tagwire::feed
