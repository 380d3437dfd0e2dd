#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace tagwire::content {

struct BareUrl {
    std::size_t begin = 0;  // in the text
    std::size_t end = 0;
    std::string url;  // with the scheme that the text may leave out
};

// The first "https://…", "http://…", "www.…" or mail address at or after `from`, by the rules of GitHub's Markdown (GFM
// §6.9) but for its end and for "www." directly after CJK text.
[[nodiscard]] std::optional<BareUrl> find_bare_url(std::string_view text, std::size_t from);

}  // namespace tagwire::content
