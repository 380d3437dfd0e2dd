// How tests of bodies call the renderer, and what they feed to it at random.
#pragma once

#include "content/body.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace tagwire::content {

inline constexpr std::string_view page_url = "https://site.example/posts/one/";

inline std::string markdown(std::string_view source, std::string_view id_prefix = "") {
    prepare_content();
    BodyOptions options;
    options.base_url = page_url;
    options.id_prefix = id_prefix;
    return render_body(source, options).html;
}

inline std::string cleaned(std::string_view html) {
    prepare_content();
    return clean_html(html, page_url, "");
}

// Up to `pieces_max` of the pieces, in any order.
inline std::string random_text(std::mt19937& random, const std::vector<std::string>& pieces, std::size_t pieces_max) {
    std::string text;
    for (auto count = random() % (pieces_max + 1); count > 0; --count) text += pieces[random() % pieces.size()];
    return text;
}

inline std::string random_bytes(std::mt19937& random, std::size_t bytes_max) {
    std::string bytes;
    for (auto count = random() % (bytes_max + 1); count > 0; --count) bytes += static_cast<char>(random() & 0xFF);
    return bytes;
}

}  // namespace tagwire::content
