// The URLs in a body: each absolute, of a scheme that is harmless.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tagwire::content {

struct PageAddress {
    std::string_view base_url;   // absolute; relative URLs are lost without it
    std::string_view id_prefix;  // for the ids of footnotes
};

// http, https, mailto or tel.
[[nodiscard]] std::optional<std::string> safe_link(std::string_view written, const PageAddress& page);

// http or https; for an image also a small data: URI of a raster format.
[[nodiscard]] std::optional<std::string> safe_media_url(std::string_view written, const PageAddress& page);
[[nodiscard]] std::optional<std::string> safe_image_url(std::string_view written, const PageAddress& page);

// The candidates of a srcset attribute (HTML §4.8.4.3.13) that can be used; empty if none can.
[[nodiscard]] std::string safe_image_candidates(std::string_view srcset, const PageAddress& page);

// Whether an element's id is that of a footnote or of a reference to one, as Markdown programs make them: "fn-1",
// "fnref:1".
[[nodiscard]] bool is_footnote_id(std::string_view id);

}  // namespace tagwire::content
