// The pieces that the values of fields are made of (RFC 9110 §5.6).
#pragma once

#include <string_view>

namespace tagwire::http {

// Without the spaces and tabs around it (OWS).
[[nodiscard]] std::string_view trim_ows(std::string_view text);

// The text before the first `separator`, with `text` moved behind that; all of it where there is none. Not trimmed.
[[nodiscard]] std::string_view take_until(std::string_view& text, char separator);

// May be sent as a field's value: nothing in it can end the field.
[[nodiscard]] bool is_field_value(std::string_view text);

}  // namespace tagwire::http
