// Zola's slugs: utils/slugs.rs of its source, and the slug and deunicode crates.
#pragma once

#include <string>
#include <string_view>

namespace tagwire::site {

enum class ZolaSlugs { on, safe, off };  // [slugify] paths

// `on` is small letters and digits of ASCII with one "-" for what stands between them; Latin, Greek and Cyrillic
// letters are transliterated as deunicode does. Letters of other scripts are kept, where deunicode has a table of
// 75,000 characters ("日本" is "ri-ben" there): to have Zola's link for those, a site sets `paths = "safe"` or gives
// slugs.
[[nodiscard]] std::string zola_slug(std::string_view text, ZolaSlugs slugs);

}  // namespace tagwire::site
