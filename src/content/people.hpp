// Who wrote an article.
#pragma once

#include "base/limits.hpp"
#include "content/article.hpp"
#include "content/fields.hpp"

#include <vector>

namespace tagwire::content {

// From `authors` and `author`: "Ada", "Ada and Lin", "Ada <ada@example.org>, lin@example.org (Lin)",
// "Ada <https://ada.example.org/>", a list of such names, whose items are not split, a map with `name`, `email` (or
// `mail`) and `url` (or `uri`, `link`, `homepage`), or a list of maps. Each name once.
[[nodiscard]] std::vector<Person> read_people(const Fields& fields, const Limits& limits);

}  // namespace tagwire::content
